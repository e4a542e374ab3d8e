extension Catalogue {
    /// Certificates and the demonstration.
    static let certificateMessages: [MessageKey: BilingualText] = [
        .helpPKIAuthority: BilingualText(
            "make a country's authority",
            "crea la autoridad de un país"),
        .helpPKIAgency: BilingualText(
            "make the key and request of an agency's own authority",
            "crea la llave y la solicitud de la autoridad propia de una institución"),
        .helpPKIInstall: BilingualText(
            "complete an agency's authority with its certificate",
            "completa la autoridad de una institución con su certificado"),
        .helpPKIRequest: BilingualText(
            "make a key and the request for its certificate",
            "crea una llave y la solicitud de su certificado"),
        .helpPKIOfficer: BilingualText(
            "make both keys of a person and the requests",
            "crea ambas llaves de una persona y las solicitudes"),
        .helpPKIIssue: BilingualText(
            "issue a certificate for a request",
            "emite un certificado para una solicitud"),
        .helpPKIRevoke: BilingualText(
            "revoke a certificate and make the next revocation list",
            "revoca un certificado y crea la siguiente lista de revocación"),
        .helpPKIList: BilingualText(
            "make a fresh revocation list",
            "crea una lista de revocación reciente"),
        .helpPKIShow: BilingualText(
            "show a certificate in words",
            "muestra un certificado en palabras"),
        .helpPKICheck: BilingualText(
            "check whether a certificate holds for its place",
            "revisa si un certificado vale para su uso"),
        .argumentAuthorityFolder: BilingualText(
            "folder of the authority",
            "carpeta de la autoridad"),
        .argumentCertificateChain: BilingualText(
            "the certificate, then those above it (PEM)",
            "el certificado y luego los superiores (PEM)"),
        .argumentKeyFolder: BilingualText(
            "folder for the keys and requests",
            "carpeta para las llaves y solicitudes"),
        .argumentRequest: BilingualText(
            "the request (PEM)",
            "la solicitud (PEM)"),
        .argumentCertificate: BilingualText(
            "the certificate (PEM)",
            "el certificado (PEM)"),
        .optionAuthorityName: BilingualText(
            "name of the authority",
            "nombre de la autoridad"),
        .optionCountry: BilingualText(
            "two letters, such as US or MX",
            "dos letras, como US o MX"),
        .optionOrganization: BilingualText(
            "name of the organization",
            "nombre de la institución"),
        .optionCertificateProfile: BilingualText(
            "node-tls, node-encryption, node-statement, officer-client, officer-signing or agency-authority",
            "node-tls, node-encryption, node-statement, officer-client, officer-signing o agency-authority"
        ),
        .optionSubject: BilingualText(
            "whom it names: NODE or NODE/officer",
            "a quién nombra: NODO o NODO/persona"),
        .optionDNS: BilingualText(
            "DNS name of the node (repeatable)",
            "nombre DNS del nodo (repetible)"),
        .optionKeyOut: BilingualText(
            "write the key to this new file",
            "escribe la llave en este archivo nuevo"),
        .optionNoPassphrase: BilingualText(
            "do not protect the key: for daemons, which nobody can ask",
            "no protege la llave: para servicios, a los que nadie puede preguntar"),
        .optionDays: BilingualText(
            "how many days it is valid",
            "cuántos días es válido"),
        .optionRevocationReason: BilingualText(
            "unspecified, keyCompromise, affiliationChanged, superseded or cessationOfOperation",
            "unspecified, keyCompromise, affiliationChanged, superseded o cessationOfOperation"),
        .optionRevocationList: BilingualText(
            "revocation list of the authority (repeatable)",
            "lista de revocación de la autoridad (repetible)"),
        .askNewPassphrase: BilingualText(
            "new passphrase, at least 8 characters: ",
            "nueva contraseña, al menos 8 caracteres: "),
        .askNewPassphraseAgain: BilingualText(
            "the same again: ",
            "la misma otra vez: "),
        .askAuthorityPassphrase: BilingualText(
            "passphrase of the authority: ",
            "contraseña de la autoridad: "),
        .certificateMade: BilingualText(
            "certificate written to {file}",
            "certificado escrito en {file}"),
        .certificateGood: BilingualText(
            "holds for this place until {until}",
            "vale para este uso hasta {until}"),
        .certificateRevokedBy: BilingualText(
            "{subject} is revoked; give the new list {file} to all nodes",
            "{subject} queda revocado; entregue la nueva lista {file} a todos los nodos"),
        .revocationListMade: BilingualText(
            "{file}: {count} revoked, good until {until}",
            "{file}: {count} revocados, vigente hasta {until}"),
        .requestMade: BilingualText(
            "request for {subject} written to {file}",
            "solicitud de {subject} escrita en {file}"),
        .headingSubject: BilingualText(
            "Subject",
            "Titular"),
        .headingIssuer: BilingualText(
            "Issuer",
            "Emisor"),
        .headingName: BilingualText(
            "Name",
            "Nombre"),
        .headingBegins: BilingualText(
            "Begins",
            "Inicia"),
        .demoStep: BilingualText(
            "— {text}",
            "— {text}"),
        .demoAuthorities: BilingualText(
            "two countries make their authorities, nodes and people",
            "dos países crean sus autoridades, nodos y personas"),
        .demoNodes: BilingualText(
            "two daemons start, one for {us} and one for {mx}",
            "arrancan dos servicios, uno para {us} y otro para {mx}"),
        .demoEnrol: BilingualText(
            "each side enrols the other: two administrators compare the fingerprint",
            "cada parte inscribe a la otra: dos administradores comparan la huella"),
        .demoSubmit: BilingualText(
            "an officer of {us} submits a lead",
            "una oficial de {us} envía una pista"),
        .demoReceipt: BilingualText(
            "the receipt of {mx} has come back",
            "ha regresado la constancia de {mx}"),
        .demoRead: BilingualText(
            "a colleague at {mx} finds it, reads it and acknowledges it",
            "un colega en {mx} la encuentra, la lee y acusa recibo"),
        .demoTimeline: BilingualText(
            "the timeline as {node} sees it",
            "la cronología como la ve {node}"),
        .demoVerify: BilingualText(
            "the auditor of {node} verifies the logs on their own machine",
            "la auditora de {node} verifica las bitácoras en su propia máquina"),
        .demoDone: BilingualText(
            "done: one lead, sent, received, read and acknowledged, proven on both sides",
            "listo: una pista, enviada, recibida, leída y con acuse, demostrado por ambas partes"),
        .demoKept: BilingualText(
            "both nodes keep running; go on by hand:",
            "ambos nodos siguen en marcha; continúe a mano:"),
        .optionDemoFolder: BilingualText(
            "make everything in this new folder",
            "crea todo en esta carpeta nueva"),
        .groupDocuments: BilingualText(
            "LEADS AND OTHER DOCUMENTS",
            "PISTAS Y OTROS DOCUMENTOS"),
        .groupOversight: BilingualText(
            "OVERSIGHT AND ADMINISTRATION",
            "SUPERVISIÓN Y ADMINISTRACIÓN"),
        .groupOffline: BilingualText(
            "ON THIS MACHINE ALONE",
            "SÓLO EN ESTA MÁQUINA"),
        .optionKeep: BilingualText(
            "leave the nodes running and write env.sh",
            "deja los nodos en marcha y escribe env.sh"),
    ]
}
