// The umbrella header. Each part has a header of its own; macros and typed stacks, which the
// importer cannot see, become prefixed inline functions there.
#include "library.h"
#include "certificates.h"
#include "cms.h"
#include "tls.h"
