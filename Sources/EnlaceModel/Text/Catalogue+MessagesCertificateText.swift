extension Catalogue {
    /// Certificates, requests and revocation lists in words.
    static let certificateTextMessages: [MessageKey: BilingualText] = [
        .certificateHeading: BilingualText("Certificate", "Certificado"),
        .certificateRequestHeading: BilingualText(
            "Certificate request", "Solicitud de certificado"),
        .certificateListHeading: BilingualText("Revocation list", "Lista de revocación"),
        .certificateUse: BilingualText("For", "Para"),
        .certificateUseUnknown: BilingualText(
            "none of the uses of Enlace", "ninguno de los usos de Enlace"),
        .certificateUseCountryAuthority: BilingualText(
            "authority of a country", "autoridad de un país"),
        .certificateUseAgencyAuthority: BilingualText(
            "authority of an agency", "autoridad de una dependencia"),
        .certificateUseNodeTLS: BilingualText("connections of a node", "conexiones de un nodo"),
        .certificateUseNodeEncryption: BilingualText(
            "encryption to a node", "cifrado hacia un nodo"),
        .certificateUseNodeStatement: BilingualText(
            "statements of a node", "declaraciones de un nodo"),
        .certificateUseOfficerClient: BilingualText(
            "logging in of an officer", "acceso de un servidor público"),
        .certificateUseOfficerSigning: BilingualText(
            "signature of an officer", "firma de un servidor público"),
        .certificateNames: BilingualText("Names", "Nombra a"),
        .certificateSubject: BilingualText("Subject", "Titular"),
        .certificateIssuer: BilingualText("Issuer", "Emisor"),
        .certificateSerial: BilingualText("Serial number", "Número de serie"),
        .certificateNotBefore: BilingualText("Valid from", "Válido desde"),
        .certificateNotAfter: BilingualText("Valid until", "Válido hasta"),
        .certificateKey: BilingualText("Key", "Llave"),
        .certificateKeyUsage: BilingualText("Key usage", "Uso de la llave"),
        .certificateFingerprint: BilingualText("Fingerprint (SHA-256)", "Huella digital (SHA-256)"),
        .certificateAddresses: BilingualText("Addresses", "Direcciones"),
        .certificatePossession: BilingualText("Key proven", "Llave comprobada"),
        .certificateThisUpdate: BilingualText("Made", "Emitida"),
        .certificateNextUpdate: BilingualText("Next by", "Siguiente a más tardar"),
        .certificateRevokedCount: BilingualText("Revoked", "Revocados"),
        .certificateAccepted: BilingualText(
            "accepted: {use}, by {issuer}, until {notAfter}",
            "aceptado: {use}, por {issuer}, hasta {notAfter}"),
        .certificateRefused: BilingualText(
            "refused ({code}): {cause}; {nextStep}", "rechazado ({code}): {cause}; {nextStep}"),
    ]
}
