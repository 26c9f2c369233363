"""Words found again in another version of a text: `anchors` for one selector, `versions` for a whole article."""
