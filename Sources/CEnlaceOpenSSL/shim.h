// The umbrella header: system headers and wrappers by family. A wrapper stands here only where
// Swift cannot import the original: macros, renamed aliases and typed stacks.
#ifndef ENLACE_OPENSSL_SHIM_H
#define ENLACE_OPENSSL_SHIM_H

#include "library.h"
#include "certificates.h"
#include "cms.h"
#include "tls.h"

#endif
