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

// A public key on P-256 from its 65-byte point; the point's coordinates are checked to be on the
// curve. The list of parameters lives and dies inside the call.
static inline EVP_PKEY *enlace_p256_public_key(EVP_PKEY_CTX *ctx, unsigned char *point,
                                               size_t pointBytes) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM params[3];
    params[0] = OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, (char *)"P-256", 0);
    params[1] = OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point, pointBytes);
    params[2] = OSSL_PARAM_construct_end();
    if (EVP_PKEY_fromdata_init(ctx) <= 0) return NULL;
    if (EVP_PKEY_fromdata(ctx, &key, EVP_PKEY_PUBLIC_KEY, params) <= 0) return NULL;
    return key;
}

#endif
