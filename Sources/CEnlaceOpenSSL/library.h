// Error queue, digests, random bytes, keys of signatures.
#ifndef ENLACE_LIBRARY_H
#define ENLACE_LIBRARY_H

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#endif
