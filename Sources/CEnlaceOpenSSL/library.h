// Error queue, digests, ciphers, key derivation, random bytes, keys of signatures.
#ifndef ENLACE_LIBRARY_H
#define ENLACE_LIBRARY_H

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/provider.h>
#include <openssl/rand.h>

// OPENSSL_free is a macro.
static inline void enlace_free(void *pointer) { OPENSSL_free(pointer); }

// EVP_CIPHER_CTX_FLAG_WRAP_ALLOW has to be set before AES key wrap may be used (EVP_EncryptInit(3)).
static inline void enlace_cipher_allow_wrap(EVP_CIPHER_CTX *ctx) {
    EVP_CIPHER_CTX_set_flags(ctx, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
}

// OSSL_PARAM keeps pointers to its values, so the list lives and dies inside the call.
static inline int enlace_x963_kdf(EVP_KDF_CTX *ctx, unsigned char *secret, size_t secretBytes,
                                  unsigned char *info, size_t infoBytes, unsigned char *out,
                                  size_t outBytes) {
    OSSL_PARAM params[4];
    params[0] = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA256", 0);
    params[1] = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SECRET, secret, secretBytes);
    params[2] = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info, infoBytes);
    params[3] = OSSL_PARAM_construct_end();
    return EVP_KDF_derive(ctx, out, outBytes, params);
}

#endif
