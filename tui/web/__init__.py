"""The only room that goes to the network: one address at a time (`client`), or many side by side (`fetch_queue`).

May import reading and core. Begin with `client`; `deadline` is what keeps a request short and off one's own network.
"""
