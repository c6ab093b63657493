# The only commands that continuous integration and the README know.
.PHONY: demo test

demo:
	@tests/scripts/demo.sh

test:
	@tests/scripts/check.sh
