// The TLS engine.
#ifndef ENLACE_TLS_H
#define ENLACE_TLS_H

#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

// Macros around SSL_CTX_ctrl and SSL_ctrl.
static inline int enlace_tls_only_13(SSL_CTX *ctx) {
    return SSL_CTX_set_min_proto_version(ctx, TLS1_3_VERSION) == 1 &&
           SSL_CTX_set_max_proto_version(ctx, TLS1_3_VERSION) == 1;
}
static inline int enlace_tls_set_groups(SSL_CTX *ctx, const char *list) {
    return SSL_CTX_set1_groups_list(ctx, list) == 1;
}
static inline int enlace_tls_set_signature_algorithms(SSL_CTX *ctx, const char *list) {
    return SSL_CTX_set1_sigalgs_list(ctx, list) == 1;
}
static inline int enlace_tls_add_chain_certificate(SSL_CTX *ctx, X509 *certificate) {
    return SSL_CTX_add1_chain_cert(ctx, certificate) == 1;
}
static inline int enlace_tls_negotiated_group(SSL *ssl) {
    return (int)SSL_get_negotiated_group(ssl);
}

// Options are 64-bit macros with shifts. No tickets, no session cache, no chain completed from a
// store, buffers of idle connections given back, certificates of the peer limited in size.
static inline void enlace_tls_set_fixed_options(SSL_CTX *ctx, long certificatesBytesMax) {
    SSL_CTX_set_options(ctx, SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                                 SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(ctx, SSL_MODE_NO_AUTO_CHAIN | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_max_cert_list(ctx, certificatesBytesMax);
}

// The untyped stack functions import, the typed ones do not.
static inline int enlace_x509_stack_count(const STACK_OF(X509) *stack) {
    return stack == NULL ? 0 : sk_X509_num(stack);
}
static inline X509 *enlace_x509_stack_at(const STACK_OF(X509) *stack, int index) {
    return sk_X509_value(stack, index);
}

#endif
