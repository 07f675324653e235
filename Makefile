# What CI runs, a developer runs: make test.
.PHONY: test unit fuzz bench-un demo lint deps

# Everything, with a real browser, and with the race detector where goroutines
# meet: the commands start hundreds of processes, which take five times as long with it,
# and the limits of memory of a query can only be set without it. What is drawn at
# random is drawn from one seed, so that a change is judged by what it changes;
# go test alone draws anew each time. The time is that of a machine with twenty
# times as much to do.
test: export RAPID_SEED ?= 1
test: deps
	gofmt -l . | (! grep .) || (echo "run gofmt -w on the files above" && false)
	go mod verify
	go vet ./...
	go test -race -timeout 90m $$(go list ./... | grep -v /cmd/)
	STANCEGRAPH_GRAPHS=200 go test -timeout 90m ./cmd/... ./graph/explore

# What needs no package beyond Go; tests that need a browser say that they are skipped.
unit:
	go test ./...

# Every fuzz target for FUZZTIME (30s) each; .ci/fuzz -list names them.
fuzz:
	.ci/fuzz

# Imports the votes of the UN General Assembly, which lie beside the repository, and counts them again: minutes.
bench-un:
	STANCEGRAPH_UN=1 go test ./cmd/stancegraph -run TestImportUN -v -timeout 60m

demo:
	go run ./cmd/stancegraph demo

lint:
	golangci-lint run

# Installs what the tests need and the machine lacks (Debian, as root).
deps:
	.ci/deps
