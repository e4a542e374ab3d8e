// The TLS engine.
#ifndef ENLACE_TLS_H
#define ENLACE_TLS_H

#include <openssl/bio.h>
#include <openssl/ssl.h>

#endif
