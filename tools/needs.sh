# What the commands need from outside. Each function says what it is about to
# install before it does, and does nothing where the thing is there.

# need_debian WHY PACKAGE…: installs Debian packages, or prints the command.
need_debian() {
  local why=$1 package missing=()
  shift
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local install="apt-get install --no-install-recommends --yes ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    fail "$why: please install ${missing[*]} with your system's package manager, then run this again."
  fi
  if [ "$(id -u)" -ne 0 ]; then
    fail "$why needs packages that only root can install. Please run:
    sudo apt-get update && sudo $install
then run this again."
  fi
  say "Installing for $why: ${missing[*]}"
  apt-get update --quiet=2
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $install </dev/null >&2
}

# first_of COMMAND…: the path of the first that exists.
first_of() {
  local name
  for name in "$@"; do
    command -v "$name" && return 0
  done
  return 1
}

need_chromium() {
  CHROMIUM=${CHROMIUM:-$(first_of chromium chromium-browser google-chrome-stable google-chrome || true)}
  if [ -z "$CHROMIUM" ]; then
    need_debian "Chromium (or set CHROMIUM=/path/to/it)" chromium
    CHROMIUM=$(first_of chromium)
  fi
  export CHROMIUM
}

need_firefox() {
  FIREFOX=${FIREFOX:-$(first_of firefox-esr firefox || true)}
  if [ -z "$FIREFOX" ]; then
    need_debian "Firefox (or set FIREFOX=/path/to/it)" firefox-esr
    FIREFOX=$(first_of firefox-esr)
  fi
  export FIREFOX
}

# What the browser tests use: a screen, a window manager, keys, an add-on archive.
need_test_tools() {
  local command packages=()
  for command in Xvfb openbox xdotool zip; do
    command -v $command >/dev/null || packages+=("${command,,}")
  done
  [ ${#packages[@]} -eq 0 ] || need_debian "the browser tests" "${packages[@]}"
}

need_node() {
  command -v node >/dev/null || fail "Node 20 or later is missing (https://nodejs.org)."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "expected Node 20 or later, but found $(node --version)."
}

need_npm_packages() {
  need_node
  local stamp=node_modules/.clean-copy-lock
  cmp -s package-lock.json "$stamp" && return 0
  say "Installing the Node packages of package-lock.json into node_modules/"
  npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json "$stamp"
}

need_cargo() {
  command -v cargo >/dev/null || fail "a Rust toolchain is missing (https://rustup.rs)."
}

need_lint_tools() {
  local missing=()
  cargo fmt --version >/dev/null 2>&1 || missing+=(rustfmt)
  cargo clippy --version >/dev/null 2>&1 || missing+=(clippy)
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v rustup >/dev/null || fail "cargo lacks ${missing[*]}: add them with your package manager."
  say "Installing with rustup: ${missing[*]}"
  rustup component add "${missing[@]}"
}
