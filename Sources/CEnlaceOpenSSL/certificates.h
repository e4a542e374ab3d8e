// Keys in files, certificates, requests, revocation lists, chains.
#ifndef ENLACE_CERTIFICATES_H
#define ENLACE_CERTIFICATES_H

#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#endif
