// Keys in files, certificates, requests, revocation lists, chains.
#ifndef ENLACE_CERTIFICATES_H
#define ENLACE_CERTIFICATES_H

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// BIO_get_mem_data is a macro; the answer points into the BIO and ends with it.
static inline long enlace_bio_bytes(BIO *bio, const unsigned char **bytes) {
    return BIO_ctrl(bio, BIO_CTRL_INFO, 0, (char **)bytes);
}

#endif
