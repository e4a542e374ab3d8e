#!/bin/sh
# Makes a throwaway PKI for two nodes with the openssl command alone. For trials and tests only: the
# authorities' keys have no passphrase.
#
#   Certs/make-throwaway-pki.sh DIR [US-NODE MX-NODE]
#
# DIR must not exist. For each country it gets DIR/us and DIR/mx with
#
#   authority/authority.pem .key .crl   the country's authority and its revocation list
#   node/tls.pem .key                   the node's three certificates and keys
#   node/encryption.pem .key
#   node/statement.pem .key
#   officers/ID/client.pem .key         for each of the officers below
#   officers/ID/signing.pem .key
#
# The officers of each node are officer-1, auditor-1, admin-1 and admin-2; their keys are protected
# by the passphrase in ENLACE_PASSPHRASE (a throwaway PKI may leave it empty: no protection).
# Keys have mode 0600.
set -eu
umask 077

usage() { echo "usage: $0 DIR [US-NODE MX-NODE]" >&2; exit 64; }
[ $# -eq 1 ] || [ $# -eq 3 ] || usage
DIR=$1
US_NODE=${2:-US-DHS-HSI-NYC}
MX_NODE=${3:-MX-FGR-FEVIMTRA}
PROFILES=$(cd "$(dirname "$0")" && pwd)/enlace.cnf
OFFICERS="officer-1 auditor-1 admin-1 admin-2"
ENLACE_PASSPHRASE=${ENLACE_PASSPHRASE:-}
ENLACE_HOSTS=${ENLACE_HOSTS:-,DNS:localhost,IP:127.0.0.1}
ENLACE_NAME=none
ENLACE_CA=none
export ENLACE_NAME ENLACE_HOSTS ENLACE_CA ENLACE_PASSPHRASE
[ ! -e "$DIR" ] || { echo "$DIR exists already" >&2; exit 73; }

# Says nothing but what went wrong.
quietly() {
    if ! said=$("$@" 2>&1); then
        echo "$said" >&2
        exit 70
    fi
}

# new_key FILE [protected]
new_key() {
    if [ "${2:-}" = protected ] && [ -n "$ENLACE_PASSPHRASE" ]; then
        quietly openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 \
            -aes-256-cbc -pass env:ENLACE_PASSPHRASE -out "$1"
    else
        quietly openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
    fi
    chmod 600 "$1"
}

# authority FOLDER COUNTRY NAME
authority() {
    mkdir -p "$1/issued"
    : > "$1/index.txt"
    echo 01 > "$1/crlnumber"
    new_key "$1/authority.key"
    quietly openssl req -config "$PROFILES" -utf8 -new -x509 -sha256 -days 3650 \
        -extensions country-authority -subj "/C=$2/CN=$3" \
        -key "$1/authority.key" -out "$1/authority.pem"
}

# certificate PROFILE FILES SUBJECT [protected]: makes FILES.key and FILES.pem
certificate() {
    new_key "$2.key" "${4:-}"
    quietly openssl req -config "$PROFILES" -utf8 -new -sha256 -subj "$3" \
        -key "$2.key" -passin env:ENLACE_PASSPHRASE -out "$2.req"
    quietly openssl ca -config "$PROFILES" -batch -notext -preserveDN -extensions "$1" \
        -in "$2.req" -out "$2.pem"
    rm "$2.req"
}

# country FOLDER COUNTRY NODE NAME
country() {
    ENLACE_CA=$1/authority
    authority "$ENLACE_CA" "$2" "$4"
    mkdir -p "$1/node"
    ENLACE_NAME=enlace:node:$3
    for use in tls encryption statement; do
        certificate "node-$use" "$1/node/$use" "/C=$2/CN=$3"
    done
    for officer in $OFFICERS; do
        mkdir -p "$1/officers/$officer"
        ENLACE_NAME=enlace:officer:$3/$officer
        for use in client signing; do
            certificate "officer-$use" "$1/officers/$officer/$use" "/C=$2/O=$3/CN=$officer" \
                protected
        done
    done
    quietly openssl ca -config "$PROFILES" -gencrl -out "$ENLACE_CA/authority.crl"
    chmod 644 "$ENLACE_CA/authority.pem" "$ENLACE_CA/authority.crl"
}

mkdir -p "$DIR"
DIR=$(cd "$DIR" && pwd)
country "$DIR/us" US "$US_NODE" "Throwaway Authority of the United States"
country "$DIR/mx" MX "$MX_NODE" "Autoridad desechable de México"
echo "$DIR"
