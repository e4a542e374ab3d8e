// Signed documents and envelopes.
#ifndef ENLACE_OPENSSL_CMS_H
#define ENLACE_OPENSSL_CMS_H

#include "library.h"

#endif
