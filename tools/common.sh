# What every command needs: the root as working folder, messages, help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "── $*" >&2; }

fail() {
  printf '%s\n' "build.sh: $*" >&2
  exit 1
}

# A command's help is the comment at the top of its file.
help_if_asked() {
  local argument
  for argument in "$@"; do
    case $argument in
      -h | --help)
        sed -n '2,/^[^#]/{s/^# \{0,1\}//p;}' "$0"
        exit 0
        ;;
      --) return 0 ;;
    esac
  done
}

no_arguments() { [ $# -eq 0 ] || fail "this command takes no arguments, but got: $*"; }

# Fingerprint of files, to tell whether a slow step has to run again.
fingerprint() { cat -- "$@" | cksum; }

# unchanged STAMP FINGERPRINT: has the step behind this stamp seen the same input?
unchanged() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# A path that the caller gave, from where they stood.
callers_path() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf '%s' "${CALLER_DIR:-$PWD}/$1" ;;
  esac
}

source tools/needs.sh
