extension Catalogue {
    /// People and permissions.
    static let peopleErrors: [ErrorCode: ErrorText] = [
        .notPermitted: ErrorText(
            en: (
                "your role does not allow this[; needed: {role}]",
                "ask someone with that role"
            ),
            es: (
                "su función no permite esta acción[; se requiere: {role}]",
                "pídalo a alguien con esa función"
            )),
        .officerUnknown: ErrorText(
            en: (
                "this officer is not on the node's roster",
                "check the spelling, or have an administrator add the officer"
            ),
            es: (
                "este servidor público no está en el padrón del nodo",
                "revise la escritura, o pida a un administrador que lo agregue"
            )),
        .officerExists: ErrorText(
            en: (
                "there is already an officer of this name",
                "choose another opaque name; names are never used again"
            ),
            es: (
                "ya existe un servidor público con este identificador",
                "elija otro identificador; los identificadores nunca se reutilizan"
            )),
        .officerRevoked: ErrorText(
            en: (
                "this officer's access has ended",
                "ask an administrator of the node"
            ),
            es: (
                "el acceso de este servidor público ha terminado",
                "consulte a un administrador del nodo"
            )),
        .roleUnknown: ErrorText(
            en: (
                "there is no such role",
                "use one of: OFFICER, AUDITOR, ADMINISTRATOR"
            ),
            es: (
                "no existe esa función",
                "use una de: OFFICER, AUDITOR, ADMINISTRATOR"
            )),
        .secondPersonRequired: ErrorText(
            en: (
                "this act needs two persons and the same one came twice",
                "have another administrator approve it"
            ),
            es: (
                "este acto requiere dos personas y se presentó la misma dos veces",
                "pida que otro administrador lo apruebe"
            )),
        .statementInvalid: ErrorText(
            en: (
                "the signed statement is not acceptable[: {reason}]",
                "make and sign the statement again"
            ),
            es: (
                "la declaración firmada no es aceptable[: {reason}]",
                "elabore y firme de nuevo la declaración"
            )),
        .statementPending: ErrorText(
            en: (
                "the act is recorded and waits for a second administrator",
                "have another administrator approve it"
            ),
            es: (
                "el acto quedó registrado y espera a un segundo administrador",
                "pida que otro administrador lo apruebe"
            )),
        .cardInvalid: ErrorText(
            en: (
                "the node card is not acceptable[: {reason}]",
                "ask the other agency for its current card"
            ),
            es: (
                "la ficha del nodo no es aceptable[: {reason}]",
                "pida a la otra autoridad su ficha vigente"
            )),
        .cardOutdated: ErrorText(
            en: (
                "a newer card of this node is already known",
                "use the newest card of that node"
            ),
            es: (
                "ya se conoce una ficha más reciente de este nodo",
                "use la ficha más reciente de ese nodo"
            )),
        .fingerprintMismatch: ErrorText(
            en: (
                "the fingerprint is not that of the card",
                "stop, and compare the fingerprint by telephone with a person you know there"
            ),
            es: (
                "la huella digital no es la de la ficha",
                "deténgase y compare la huella por teléfono con una persona conocida de allá"
            )),
        .peerUnknown: ErrorText(
            en: (
                "this node is not enrolled as a peer",
                "check the spelling, or have an administrator add its card"
            ),
            es: (
                "este nodo no está registrado como contraparte",
                "revise la escritura, o pida a un administrador que agregue su ficha"
            )),
        .peerNotApproved: ErrorText(
            en: (
                "the peer still needs the approval of a second administrator",
                "have another administrator compare the fingerprint and approve"
            ),
            es: (
                "la contraparte aún requiere la aprobación de un segundo administrador",
                "pida que otro administrador compare la huella digital y apruebe"
            )),
        .directoryInvalid: ErrorText(
            en: (
                "the officer directory is not acceptable[: {reason}]",
                "have the other node publish its directory again"
            ),
            es: (
                "el directorio no es aceptable[: {reason}]",
                "pida que el otro nodo publique de nuevo su directorio"
            )),
    ]
}
