// The TLS engine.
#ifndef ENLACE_OPENSSL_TLS_H
#define ENLACE_OPENSSL_TLS_H

#include "library.h"

#include <openssl/bio.h>
#include <openssl/ssl.h>

#endif
