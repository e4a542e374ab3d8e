extension Catalogue {
    /// Delivery.
    static let deliveryErrors: [ErrorCode: ErrorText] = [
        .recipientUnknown: ErrorText(
            en: (
                "this node is not enrolled as a peer; nothing was sent to anyone",
                "correct the name, or have an administrator enrol the node"
            ),
            es: (
                "este nodo no está registrado como contraparte; no se envió nada a nadie",
                "corrija el nombre, o pida a un administrador que registre el nodo"
            )),
        .recipientIsSelf: ErrorText(
            en: (
                "a document cannot be sent to its own node",
                "remove this node from the recipients"
            ),
            es: (
                "un documento no puede enviarse a su propio nodo",
                "quite este nodo de los destinatarios"
            )),
        .environmentMismatch: ErrorText(
            en: (
                "document and node belong to different environments[; expected {expected}]",
                "use the node or the profile of the right environment"
            ),
            es: (
                "el documento y el nodo son de ambientes distintos[; se esperaba {expected}]",
                "use el nodo o el perfil del ambiente correcto"
            )),
        .conflict: ErrorText(
            en: (
                "another document with the same identifier is already stored; it was not touched",
                "send the new content as a new document that supersedes the first"
            ),
            es: (
                "ya existe otro documento con el mismo identificador; no fue modificado",
                "envíe el contenido nuevo como otro documento que sustituya al primero"
            )),
        .expired: ErrorText(
            en: (
                "the document's time has run out[; it ended {expiresAt}]",
                "if it still matters, send it as a new document with a later end"
            ),
            es: (
                "la vigencia del documento terminó[; concluyó el {expiresAt}]",
                "si aún es relevante, envíelo como documento nuevo con una vigencia posterior"
            )),
        .signedInFuture: ErrorText(
            en: (
                "the signing time lies ahead of this node's clock[ by {ahead}]",
                "set the clocks of both machines; the document is tried again"
            ),
            es: (
                "la hora de firma está adelantada respecto al reloj de este nodo[ por {ahead}]",
                "ajuste los relojes de ambos equipos; el documento se intentará de nuevo"
            )),
        .directoryStale: ErrorText(
            en: (
                "the receiver holds an older officer directory of this node",
                "nothing; the directory is sent and the document is tried again"
            ),
            es: (
                "el destinatario tiene un directorio anterior de este nodo",
                "nada; se envía el directorio y el documento se intenta de nuevo"
            )),
        .withdrawn: ErrorText(
            en: (
                "the document was withdrawn by its sender",
                "do not use it; ask the sending agency when in doubt"
            ),
            es: (
                "el documento fue retirado por quien lo envió",
                "no lo utilice; en caso de duda consulte a la autoridad remitente"
            )),
        .stateForbids: ErrorText(
            en: (
                "the present state does not allow this[ ({state})]",
                "look at the document with show and choose what its state allows"
            ),
            es: (
                "el estado actual no lo permite[ ({state})]",
                "consulte el documento con show y elija lo que su estado permite"
            )),
        .notFound: ErrorText(
            en: (
                "there is nothing under this name that you may see",
                "check the spelling; list and inbox show what is there"
            ),
            es: (
                "no hay nada con este nombre que usted pueda ver",
                "revise la escritura; list e inbox muestran lo que hay"
            )),
        .ambiguousReference: ErrorText(
            en: (
                "more than one document fits[: {candidates}]",
                "give the whole reference number or the message identifier"
            ),
            es: (
                "más de un documento coincide[: {candidates}]",
                "indique el número de referencia completo o el identificador de mensaje"
            )),
        .notRead: ErrorText(
            en: (
                "the document has not been read yet",
                "read it first with enlace read"
            ),
            es: (
                "el documento todavía no ha sido leído",
                "léalo primero con enlace read"
            )),
        .notForThisOfficer: ErrorText(
            en: (
                "the document names the officers who may read it, and you are not one of them",
                "ask one of the named officers, or the sending agency"
            ),
            es: (
                "el documento nombra a quienes pueden leerlo, y usted no es una de esas personas",
                "consulte a una de las personas nombradas, o a la autoridad remitente"
            )),
        .answerNotAllowed: ErrorText(
            en: (
                "a document of this type cannot be answered this way",
                "choose another document, or another type of answer"
            ),
            es: (
                "un documento de este tipo no puede responderse así",
                "elija otro documento, u otro tipo de respuesta"
            )),
        .awaitingTarget: ErrorText(
            en: (
                "the document that this one answers has not arrived yet",
                "nothing; it is held and goes on when the other arrives"
            ),
            es: (
                "el documento al que este responde todavía no ha llegado",
                "nada; queda en espera y continúa cuando llegue el otro"
            )),
        .queueFull: ErrorText(
            en: (
                "the queue to this node is full[ ({limit} documents)]",
                "try again later; if it lasts, call the other agency"
            ),
            es: (
                "la cola hacia este nodo está llena[ ({limit} documentos)]",
                "intente más tarde; si persiste, llame a la otra autoridad"
            )),
    ]
}
