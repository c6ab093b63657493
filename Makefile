# The only commands that continuous integration and the README know.
.PHONY: bench demo judge test

bench:
	@tests/scripts/bench.sh

demo:
	@tests/scripts/demo.sh

judge:
	@tests/scripts/judge.sh

test:
	@tests/scripts/check.sh
