#!/usr/bin/env bash
# Runs every test of the project, or the named parts only:
#
#     src-it/test.sh [embedded] [wildfly] [payara] [ee11] [samples]
#
# Needs a JDK (17 or later) and Maven (3.8 or later); the rest is fetched by Maven, the servers too. Real servers run in
# a network namespace of their own where that is allowed, since Payara listens on every address of the machine.
set -muo pipefail # m: each step is a process group, which can be ended as a whole
cd -P "$(dirname "$0")/.."
exec </dev/null

ALL=(embedded wildfly payara ee11 samples)
LOGS=target/test-logs
MVN=(mvn -B -ntp -Dstyle.color=never)
AGAIN=(-Dspotless.check.skip=true)
NAMESPACE=()
SUMMARY=()
FAILED=0
child=

fail_early() {
    echo "$1" >&2
    exit 2
}

# Nothing that was started here outlives this script, whatever happens.
clean_up() {
    [ -z "$child" ] || kill -KILL -- "-$child" 2>/dev/null
    local cmdline
    for cmdline in /proc/[0-9]*/cmdline; do
        case "$(tr '\0' ' ' 2>/dev/null <"$cmdline")" in
        *"-Djboss.home.dir=$PWD/target/servers/"* | *"-Dcom.sun.aas.installRoot=$PWD/target/servers/"*)
            kill -KILL "${cmdline//[!0-9]/}" 2>/dev/null
            ;;
        esac
    done
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Runs a command as a step of a part; its output goes to the part's log too, where tests are counted.
step() {
    step_into "$LOGS/$part.log" "$@"
}

step_into() {
    local log=$1
    shift
    printf "\n== %s: %s\n" "$part" "$*"
    ("$@" 2>&1 | tee -a "$log") &
    child=$!
    wait "$child"
    local status=$?
    child=
    return $status
}

# Real stores, caches and browsers that tests start themselves, each by its Debian package and a program in it; tests of
# what is not there are skipped, and say so.
STORES=(memcached=memcached redis-server=redis-server postgresql=/usr/lib/postgresql/*/bin/initdb mariadb-server=mariadbd
    squid=squid varnish=varnishd nginx-light=nginx chromium=chromium)

install_stores() {
    local store missing=()
    for store in "${STORES[@]}"; do
        command -v ${store#*=} >/dev/null || missing+=("${store%%=*}")
    done
    [ "${#missing[@]}" = 0 ] && return
    [ "$(id -u)" = 0 ] && { install_packages "${missing[@]}" || { apt-get update -qq && install_packages "${missing[@]}"; }; } >/dev/null 2>&1
    for store in "${STORES[@]}"; do
        command -v ${store#*=} >/dev/null || echo "${store%%=*} is missing: its tests are skipped. Install that package."
    done
}

# Without starting what is installed.
install_packages() {
    RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# Finds out how a command gets a network (and process) namespace of its own: as root, or as a user who may.
find_namespace() {
    command -v ip >/dev/null || { [ "$(id -u)" = 0 ] && apt-get install -y -qq iproute2 >/dev/null 2>&1; }
    local inside='ip link set lo up && "$@"; exit $?'
    local as
    for as in "" --map-root-user; do
        NAMESPACE=(unshare $as --net --pid --fork --kill-child --mount-proc bash -c "$inside" bash)
        "${NAMESPACE[@]}" true 2>/dev/null && return
    done
    NAMESPACE=()
    echo "No network namespace to be had: the servers run in the normal network."
}

embedded() {
    step "${MVN[@]}" verify || return
    # The other parts compile the same sources against more libraries: what is compiled now will do.
    AGAIN+=(-Dmaven.compiler.useIncrementalCompilation=false)
}

# Fetches and unpacks everything, then tests without the network. The first call runs one test that needs no server,
# since Maven fetches what runs tests only when there are any.
server() {
    step_into "$LOGS/$part-preparation.log" "${MVN[@]}" "${AGAIN[@]}" -P "$1" verify -Dit.test=AnswerIT || return
    step "${NAMESPACE[@]}" "${MVN[@]}" "${AGAIN[@]}" -o -P "$1" verify -DskipServer=true
}

wildfly() { server wildfly; }

payara() { server payara; }

# The classes that were compiled for EE 10, where they are, on the libraries of EE 11.
ee11() {
    local tested=()
    [ "${#AGAIN[@]}" = 1 ] || tested=(-Dtested.classes="$PWD/target/classes")
    step "${MVN[@]}" -Dspotless.check.skip=true "${tested[@]}" -P ee11 verify
}

samples() {
    [ -f samples/forum/pom.xml ] || return 77
    step "${MVN[@]}" "${AGAIN[@]}" install -DskipTests || return
    step "${MVN[@]}" -f samples/forum/pom.xml verify || return
    step "${MVN[@]}" -f samples/gateway/pom.xml verify
}

# How many tests a part ran, from the totals in its log.
count_tests() {
    sed -nE 's/^\[[A-Z]+\] +Tests run: ([0-9]+), Failures: [0-9]+, Errors: [0-9]+, Skipped: ([0-9]+)$/\1 \2/p' \
        "$LOGS/$1.log" | awk '{ run += $1; skipped += $2 } END { print run + 0, skipped + 0 }'
}

# What failed in a part, by its log: tests, or the step of Maven when there is no test among it.
failures() {
    local log=$LOGS/$1.log tests
    tests=$(sed -nE '/^\[ERROR\] (Failures|Errors): *$/,/^\[[A-Z]+\] *$/s/^\[ERROR\]  +/    /p' "$log")
    [ -n "$tests" ] && echo "$tests" || sed -nE 's/^\[ERROR\] (Failed to execute goal.*)/    \1/p' "$log"
}

run_part() {
    part=$1
    local start=$SECONDS outcome=passed status run skipped
    : >"$LOGS/$part.log"
    "$part"
    status=$?
    read -r run skipped < <(count_tests "$part")
    if [ $status = 77 ]; then
        outcome="nothing there"
    elif [ $status != 0 ]; then
        outcome=FAILED
    elif [ "$run" = 0 ]; then
        outcome="FAILED, no test ran"
    fi
    case $outcome in FAILED*) FAILED=1 ;; esac
    SUMMARY+=("$(printf '%-9s %-14s %5d tests, %d skipped, %4d s' \
        "$part" "$outcome" "$run" "$skipped" $((SECONDS - start)))")
    [ $status = 0 ] || [ $status = 77 ] || SUMMARY+=("$(failures "$part" | cut -c 1-300 | head -n 30)")
}

[ $# -gt 0 ] || set -- "${ALL[@]}"
for name in "$@"; do
    case " ${ALL[*]} " in *" $name "*) ;; *) fail_early "unknown part $name: expected one of ${ALL[*]}" ;; esac
done
for tool in javac mvn; do
    command -v $tool >/dev/null || fail_early "$tool is missing: install a JDK (17 or later) and Maven (3.8 or later)"
done
mkdir -p "$LOGS"
case " $* " in *" embedded "* | *" samples "*) install_stores ;; esac
case " $* " in *" wildfly "* | *" payara "*) find_namespace ;; esac
for name in "$@"; do run_part "$name"; done

echo
printf '%s\n' "${SUMMARY[@]}"
[ $FAILED = 0 ] && echo "All passed." || echo "Failed: see $LOGS, and for servers their logs in target/servers."
exit $FAILED
