extension Catalogue {
    /// Signed documents and envelopes.
    static let signatureErrors: [ErrorCode: ErrorText] = [
        .signedDocumentMalformed: ErrorText(
            en: (
                "this is not a signed document in the required form[: {reason}]",
                "sign the document again with this product"
            ),
            es: (
                "este no es un documento firmado en la forma requerida[: {reason}]",
                "firme de nuevo el documento con este producto"
            )),
        .signatureInvalid: ErrorText(
            en: (
                "a signature does not match the document",
                "ask the signer for the document again; do not rely on this copy"
            ),
            es: (
                "una firma no corresponde al documento",
                "pida de nuevo el documento a quien firmó; no confíe en esta copia"
            )),
        .signerSetInvalid: ErrorText(
            en: (
                "the document is not signed by one author and at most one releaser",
                "sign it again: once by its author, and once by another person who releases it"
            ),
            es: (
                "el documento no está firmado por un autor y a lo más una persona que autoriza",
                "fírmelo de nuevo: una vez quien lo redacta y una vez otra persona que autoriza"
            )),
        .signerUnknown: ErrorText(
            en: (
                "the signer's certificate is not known here",
                "wait for the current officer directory of that node, or ask for it"
            ),
            es: (
                "aquí no se conoce el certificado de quien firma",
                "espere el directorio vigente de ese nodo, o solicítelo"
            )),
        .signerRevoked: ErrorText(
            en: (
                "the signer is no longer active",
                "have an active officer sign the document"
            ),
            es: (
                "quien firma ya no está activo",
                "pida que firme un servidor público activo"
            )),
        .signerOfOtherNode: ErrorText(
            en: (
                "the signer belongs to another node",
                "have an officer of the sending node sign the document"
            ),
            es: (
                "quien firma pertenece a otro nodo",
                "pida que firme un servidor público del nodo remitente"
            )),
        .signerLacksRole: ErrorText(
            en: (
                "the signer does not have the role for this[ ({role})]",
                "have someone with that role sign, or have an administrator grant it"
            ),
            es: (
                "quien firma no tiene la función necesaria[ ({role})]",
                "pida que firme alguien con esa función, o que un administrador la otorgue"
            )),
        .authorMismatch: ErrorText(
            en: (
                "the author named in the document is not the one who signed it",
                "prepare and sign the document with the same person's profile"
            ),
            es: (
                "el autor indicado en el documento no es quien lo firmó",
                "prepare y firme el documento con el perfil de la misma persona"
            )),
        .releaseRequired: ErrorText(
            en: (
                "this document needs the signature of a releaser before it may leave",
                "have another person with that role release it"
            ),
            es: (
                "este documento requiere la firma de quien autoriza antes de salir",
                "pida que otra persona con esa función lo autorice"
            )),
        .envelopeRefused: ErrorText(
            en: (
                "the envelope was refused",
                "check that it is complete and addressed to this key, or ask for it again"
            ),
            es: (
                "el sobre fue rechazado",
                "verifique que esté completo y dirigido a esta llave, o solicítelo de nuevo"
            )),
        .clearHeaderMalformed: ErrorText(
            en: (
                "the clear header of the envelope is damaged",
                "have the sender send it again with the current version of this product"
            ),
            es: (
                "el encabezado visible del sobre está dañado",
                "pida al remitente que lo envíe de nuevo con la versión vigente de este producto"
            )),
        .clearHeaderContradicts: ErrorText(
            en: (
                "the clear header contradicts the signed document[ in {fields}]",
                "treat it as a possible manipulation and call the sending agency"
            ),
            es: (
                "el encabezado visible contradice al documento firmado[ en {fields}]",
                "considérelo una posible manipulación y llame a la autoridad remitente"
            )),
    ]
}
