"""The tests: stories first, then what each room promises."""
