// Library, digests, ciphers, key derivation, randomness and the error queue.
#ifndef ENLACE_OPENSSL_LIBRARY_H
#define ENLACE_OPENSSL_LIBRARY_H

#include <openssl/bn.h>
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

// EVP_EC_gen is a macro around a variadic function.
static inline EVP_PKEY *enlace_ec_generate(const char *group) { return EVP_EC_gen(group); }

#endif
