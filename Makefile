# The only commands that continuous integration and the README know.
.PHONY: bench demo test

bench:
	@tests/scripts/bench.sh

demo:
	@tests/scripts/demo.sh

test:
	@tests/scripts/check.sh
