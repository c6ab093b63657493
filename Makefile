# The only commands that continuous integration and the README know.
.PHONY: bench demo fuzz judge package screens test

bench:
	@tests/scripts/bench.sh

demo:
	@tests/scripts/demo.sh

fuzz:
	@tests/scripts/fuzz.sh

judge:
	@tests/scripts/judge.sh

package:
	@tests/scripts/package.sh

screens:
	@tests/scripts/screens.sh

test:
	@tests/scripts/check.sh
