// Keys in files, certificates, requests, revocation lists, chains.
#ifndef ENLACE_CERTIFICATES_H
#define ENLACE_CERTIFICATES_H

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// BIO_get_mem_data is a macro; the answer points into the BIO and ends with it.
static inline long enlace_bio_bytes(BIO *bio, const unsigned char **bytes) {
    return BIO_ctrl(bio, BIO_CTRL_INFO, 0, (char **)bytes);
}

// RFC 4514 text with UTF-8 characters as they are; the flags are composed macros.
static inline unsigned long enlace_name_flags(void) {
    return XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB;
}

// One subject alternative name: returns its type (GEN_URI, GEN_DNS, GEN_IPADD, GEN_EMAIL) with the
// bytes, or -1 for the kinds whose value is no plain string. The typed stacks are macros.
static inline int enlace_general_name(const GENERAL_NAMES *names, int index,
                                      const unsigned char **bytes, int *count) {
    int type = -1;
    const GENERAL_NAME *name =
        (const GENERAL_NAME *)OPENSSL_sk_value((const OPENSSL_STACK *)names, index);
    const void *value = name ? GENERAL_NAME_get0_value(name, &type) : NULL;
    if (!value || (type != GEN_URI && type != GEN_DNS && type != GEN_IPADD && type != GEN_EMAIL))
        return -1;
    *bytes = ASN1_STRING_get0_data((const ASN1_STRING *)value);
    *count = ASN1_STRING_length((const ASN1_STRING *)value);
    return type;
}

// The dotted number of one extended key usage; returns its length or a number below 1.
static inline int enlace_extended_key_usage(const EXTENDED_KEY_USAGE *usages, int index, char *text,
                                            int textBytes) {
    const ASN1_OBJECT *usage =
        (const ASN1_OBJECT *)OPENSSL_sk_value((const OPENSSL_STACK *)usages, index);
    return usage ? OBJ_obj2txt(text, textBytes, usage, 1) : -1;
}

// X509V3_CTX is a structure on the stack whose initialisation without a database is a macro.
static inline X509_EXTENSION *enlace_extension(X509 *issuer, X509 *subject, int nid,
                                               const char *value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, subject, NULL, NULL, 0);
    X509V3_set_ctx_nodb(&context);
    return X509V3_EXT_conf_nid(NULL, &context, nid, value);
}

static inline int enlace_certificate_add(X509 *certificate, X509 *issuer, int nid,
                                         const char *value) {
    X509_EXTENSION *extension = enlace_extension(issuer, certificate, nid, value);
    int status = extension ? X509_add_ext(certificate, extension, -1) : 0;
    X509_EXTENSION_free(extension);
    return status;
}

static inline int enlace_revocation_list_add(X509_CRL *list, X509 *issuer, int nid,
                                             const char *value) {
    X509_EXTENSION *extension = enlace_extension(issuer, NULL, nid, value);
    int status = extension ? X509_CRL_add_ext(list, extension, -1) : 0;
    X509_EXTENSION_free(extension);
    return status;
}

// The number of a list; it grows with every one (RFC 5280 section 5.2.3).
static inline int enlace_revocation_list_number(X509_CRL *list, uint64_t number) {
    ASN1_INTEGER *value = ASN1_INTEGER_new();
    int status = value && ASN1_INTEGER_set_uint64(value, number) &&
                 X509_CRL_add1_ext_i2d(list, NID_crl_number, value, 0, 0) == 1;
    ASN1_INTEGER_free(value);
    return status;
}

static inline int enlace_revocation_add_reason(X509_REVOKED *entry, long reason) {
    ASN1_ENUMERATED *value = ASN1_ENUMERATED_new();
    int status = value && ASN1_ENUMERATED_set(value, reason) &&
                 X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, value, 0, 0) == 1;
    ASN1_ENUMERATED_free(value);
    return status;
}

// Adds to a list that is made with the first extension; the caller frees it with
// enlace_extensions_free.
static inline int enlace_extensions_add(STACK_OF(X509_EXTENSION) **list, int nid,
                                        const char *value) {
    X509_EXTENSION *extension = enlace_extension(NULL, NULL, nid, value);
    int status = extension && X509v3_add_ext(list, extension, -1) != NULL;
    X509_EXTENSION_free(extension);
    return status;
}

static inline void enlace_extensions_free(STACK_OF(X509_EXTENSION) *list) {
    sk_X509_EXTENSION_pop_free(list, X509_EXTENSION_free);
}

// RFC 4514 text with UTF-8 characters as they are; the flags are macros over macros.
static inline int enlace_name_print(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}

#endif
