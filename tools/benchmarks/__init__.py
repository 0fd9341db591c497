"""The laboratory: invented registries, peers, speed, charts, makers of shipped tables. The product never imports it."""
