#!/bin/sh
# Makes .venv with the Python given. Debian ships venv without pip unless python3-venv is there, so that is fetched first where it is missing.
set -eu
python=${1:-python3}

command -v "$python" >/dev/null || { echo "termaccord: there is no $python; install Python 3.11 or later" >&2; exit 2; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "termaccord: $python is older than 3.11; call make PYTHON=python3.11 (or later)" >&2
  exit 2
}
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  command -v apt-get >/dev/null || {
    echo "termaccord: this Python has no ensurepip; install your system's package for venv and call make again" >&2
    exit 2
  }
  echo "termaccord: installing python3-venv, which this Debian lacks"
  $as_root apt-get -qq update
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends python3-venv >/dev/null
fi
"$python" -m venv .venv
