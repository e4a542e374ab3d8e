// Signed documents and envelopes.
#ifndef ENLACE_CMS_H
#define ENLACE_CMS_H

#include <openssl/asn1.h>
#include <openssl/cms.h>

#endif
