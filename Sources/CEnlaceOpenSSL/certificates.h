// Keys, certificates, requests and revocation lists.
#ifndef ENLACE_OPENSSL_CERTIFICATES_H
#define ENLACE_OPENSSL_CERTIFICATES_H

#include "library.h"

#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#endif
