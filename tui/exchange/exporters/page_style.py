"""What the page to hand on looks like, and the small script that finds in it. It is read without the script too."""

from __future__ import annotations

import base64
import hashlib

STYLE = """
:root { --ink: #23211d; --paper: #fdfcf9; --quiet: #5f5b53; --line: #c9c4b8; --accent: #94500f }
@media (prefers-color-scheme: dark) {
  :root { --ink: #dcd7cd; --paper: #16171a; --quiet: #a29d92; --line: #4a4945; --accent: #d9a05b }
}
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, serif }
body { color: var(--ink); background: var(--paper) }
h1, h2, h3, h4, nav, .tag, footer, figcaption, summary, .find, text { font-family: system-ui, sans-serif }
h1 { line-height: 1.2 }
h2 { border-bottom: 1px solid var(--line); margin-top: 3rem }
h4 { margin-bottom: .2rem }
a { color: var(--accent) }
figure { margin: 1rem 0 1rem 1rem; border-left: 3px solid var(--accent); padding-left: .8rem }
figure.wording { border-left: 3px dotted var(--line) }
figure.picture { margin: 2rem 0; border: 0; padding: 0 }
svg { width: 100%; height: auto; display: block } svg rect { fill: var(--accent) } svg a:focus rect { fill: var(--ink) }
svg text { fill: var(--quiet); font-size: 11px } svg .end { fill: var(--ink) }
svg .tie { fill: none; stroke: var(--accent); stroke-opacity: .45 }

svg line { stroke: var(--line) }
blockquote, blockquote p { margin: 0 }
figcaption, .detail, footer, summary { font-size: .85rem; color: var(--quiet) }
details { margin: .2rem 0 1rem 1rem } summary { cursor: pointer }
.note { margin: 1.5rem 0 }
.note h1, .note h2, .note h3, .note h4, .note h5, .note h6 { font-size: 1rem; border: 0; margin: 1rem 0 .2rem }
pre { overflow-x: auto; white-space: pre-wrap }
.scroll { overflow-x: auto }
table { border-collapse: collapse } td, th { border: 1px solid var(--line); padding: .1rem .5rem; text-align: start }
td { vertical-align: top; min-width: 9rem }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: .6rem; padding: 0 .5rem }
.tag { font-size: .8rem; margin-right: .3rem }
li, p { overflow-wrap: anywhere }
.find { position: sticky; top: 0; background: var(--paper); padding: .5rem 0; z-index: 1 }
.find input { font: inherit; width: 60%; padding: .2rem .5rem; color: inherit; background: transparent }
.find input { border: 1px solid var(--line) }
.skip { position: absolute; left: -99rem } .skip:focus { position: static }
[hidden] { display: none !important }
@media (max-width: 30rem) { svg text { display: none } }
@media print {
  nav, .find, .skip { display: none } h2, h3, h4 { break-after: avoid } figure, pre, tr { break-inside: avoid }
  a { color: inherit; text-decoration: none } body { max-width: none }
}
"""

SCRIPT = """
(function () {
  var form = document.querySelector(".find"), field = form.querySelector("input"), told = form.querySelector("output");
  function plain(text) { return text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").toLowerCase(); }
  var items = Array.from(document.querySelectorAll("main [data-item]")).map(function (each) {
    return { element: each, words: plain(each.textContent), home: each.closest("details") };
  });
  var sections = Array.from(document.querySelectorAll("main section")).reverse();
  var timer = 0;
  function find() {
    var wanted = plain(field.value).split(/\\s+/).filter(Boolean), found = 0;
    items.forEach(function (each) {
      var holds = wanted.every(function (word) { return each.words.includes(word); });
      each.element.hidden = !holds;
      found += holds ? 1 : 0;
      if (each.home && wanted.length && holds) { each.home.open = true; }
    });
    sections.forEach(function (section) {
      section.hidden = wanted.length > 0 && !section.querySelector("[data-item]:not([hidden])");
    });
    told.textContent = wanted.length ? found + " of " + items.length : "";
  }
  field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(find, 60); });
  function unfold() {
    var place = decodeURIComponent(location.hash.slice(1));
    if (place.startsWith("find=")) { field.value = place.slice(5); find(); return; }
    var target = place && document.getElementById(place);
    var home = target && target.closest("details");
    if (home) { home.open = true; target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", unfold);
  unfold();
  form.hidden = false;
})();
"""

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    f"script-src 'sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
)
"""What the page may do: show its own style, run this one script, and reach nobody."""
