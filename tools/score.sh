# The parts of `./build.sh score`.

SHARED=${SHARED:-../shared}
CORPUS=target/corpus
SOURCES=()
TEXT_OPTIONS=()
PAGE_OPTIONS=()
METADATA=no
METADATA_OPTIONS=()

read_score_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --only | --worst)
        [ $# -ge 2 ] || fail "$1 wants a value."
        TEXT_OPTIONS+=("$1" "$2")
        PAGE_OPTIONS+=("$1" "$2")
        [ "$1" = --worst ] || SOURCES+=("$2")
        shift
        ;;
      --json)
        TEXT_OPTIONS+=("$1")
        PAGE_OPTIONS+=("$1")
        ;;
      --by | --versus | --bootstrap)
        [ $# -ge 2 ] || fail "$1 wants a value."
        TEXT_OPTIONS+=("$1" "$2")
        shift
        ;;
      --words) TEXT_OPTIONS+=("$1") ;;
      --metadata) METADATA=yes ;;
      --wrong) METADATA_OPTIONS+=("$1") ;;
      *) fail "score knows no option '$1'; see ./build.sh score --help" ;;
    esac
    shift
  done
}

need_python() { command -v python3 >/dev/null || need_debian "scoring" python3; }

need_corpus() {
  local archive=$SHARED/corpus/pages.tar.xz
  [ -f "$archive" ] || fail "there is no corpus at $archive."
  [ "$CORPUS/unpacked" -nt "$archive" ] && return
  command -v xz >/dev/null || need_debian "unpacking the corpus" xz-utils
  say "Unpacking the corpus into $CORPUS/"
  rm -rf $CORPUS target/score
  mkdir -p $CORPUS
  tar -xJf "$archive" -C $CORPUS
  touch $CORPUS/unpacked
}

# Sets PAGES and RESULTS: all pages, or links to those of the named sources.
choose_pages() {
  if [ ${#SOURCES[@]} -eq 0 ]; then
    PAGES=$CORPUS/pages RESULTS=target/score/all
    return
  fi
  local source
  RESULTS=target/score/$(printf '%s\n' "${SOURCES[@]}" | sort -u | paste -sd+)
  PAGES=$RESULTS/pages
  [ ! -d "$PAGES" ] || return 0
  mkdir -p "$PAGES"
  for source in "${SOURCES[@]}"; do
    ln "$CORPUS/pages/$source"-*.html "$PAGES/" 2>/dev/null ||
      { rm -rf "$RESULTS" && fail "the corpus has no pages from '$source'."; }
  done
}

run_over_corpus() {
  choose_pages
  local print
  print=$(fingerprint "$TOOL")
  unchanged "$RESULTS/stamp" "$print" && return
  rm -rf "$RESULTS/text" "$RESULTS/tidy" "$RESULTS/focus"
  mkdir -p "$RESULTS"
  say "Running the tool over $PAGES"
  "$TOOL" text --body "$PAGES" --out "$RESULTS/text"
  "$TOOL" html "$PAGES" --out "$RESULTS/tidy"
  "$TOOL" html --focus "$PAGES" --out "$RESULTS/focus"
  printf '%s' "$print" >"$RESULTS/stamp"
}

# score_with SCRIPT FOLDER TITLE OPTION…
score_with() {
  local script=$1 folder=$2 title=$3
  shift 3
  say "$title"
  python3 "$SHARED/tools/$script" "$SHARED/corpus/manifest.jsonl" "$RESULTS/$folder" --root "$CORPUS" "$@" |
    tee "$RESULTS/$folder.table"
}

print_metadata_scores() {
  say "Title, date and byline of the pages in tests/metadata.jsonl (report)"
  python3 tools/metadata.py "$TOOL" "$SHARED/corpus/manifest.jsonl" "$CORPUS/pages" \
    ${METADATA_OPTIONS[@]+"${METADATA_OPTIONS[@]}"}
}

print_scores() {
  score_with score.py text "Article text (text --body)" ${TEXT_OPTIONS[@]+"${TEXT_OPTIONS[@]}"}
  score_with inplace.py tidy "Pages cleaned in place (html)" ${PAGE_OPTIONS[@]+"${PAGE_OPTIONS[@]}"}
  score_with inplace.py focus "Pages in focus (html --focus)" ${PAGE_OPTIONS[@]+"${PAGE_OPTIONS[@]}"}
}
