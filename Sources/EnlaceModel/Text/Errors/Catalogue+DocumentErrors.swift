extension Catalogue {
    /// JSON and documents.
    static let documentErrors: [ErrorCode: ErrorText] = [
        .jsonMalformed: ErrorText(
            en: (
                "this is not JSON[ at byte {offset}][; expected {expected}]",
                "correct the text at that place"
            ),
            es: (
                "esto no es JSON[ en el byte {offset}][; se esperaba {expected}]",
                "corrija el texto en ese lugar"
            )),
        .jsonNotUTF8: ErrorText(
            en: (
                "the text is not UTF-8[ at byte {offset}]",
                "save the file as UTF-8 and try again"
            ),
            es: (
                "el texto no está en UTF-8[ en el byte {offset}]",
                "guarde el archivo en UTF-8 e intente de nuevo"
            )),
        .jsonByteOrderMark: ErrorText(
            en: (
                "the text starts with a byte order mark",
                "save the file as UTF-8 without byte order mark (BOM)"
            ),
            es: (
                "el texto empieza con una marca de orden de bytes",
                "guarde el archivo en UTF-8 sin marca de orden de bytes (BOM)"
            )),
        .jsonDuplicateKey: ErrorText(
            en: (
                "an object has the same member twice[ at byte {offset}]",
                "remove one of the two members"
            ),
            es: (
                "un objeto tiene dos veces el mismo miembro[ en el byte {offset}]",
                "elimine uno de los dos miembros"
            )),
        .jsonLoneSurrogate: ErrorText(
            en: (
                "an escape is half of a character[ at byte {offset}]",
                "write the character itself in UTF-8 in place of the escape"
            ),
            es: (
                "un escape es la mitad de un carácter[ en el byte {offset}]",
                "escriba el carácter mismo en UTF-8 en lugar del escape"
            )),
        .jsonNul: ErrorText(
            en: (
                "the text contains the character NUL[ at byte {offset}]",
                "remove the character"
            ),
            es: (
                "el texto contiene el carácter NUL[ en el byte {offset}]",
                "elimine el carácter"
            )),
        .jsonTooDeep: ErrorText(
            en: (
                "objects and lists are nested too deep[ (at most {limit} levels)]",
                "flatten the structure"
            ),
            es: (
                "los objetos y listas están anidados en exceso[ (máximo {limit} niveles)]",
                "simplifique la estructura"
            )),
        .jsonNumberOutOfRange: ErrorText(
            en: (
                "the number is not a whole number between -2^53 and 2^53[ at byte {offset}]",
                "write a whole number within this range, or put the value into a text"
            ),
            es: (
                "el número no es un entero entre -2^53 y 2^53[ en el byte {offset}]",
                "escriba un entero dentro de este intervalo, o ponga el valor como texto"
            )),
        .documentTooLarge: ErrorText(
            en: (
                "the document is larger than allowed[ ({limit} at most)]",
                "shorten it, or send it as two documents of one thread"
            ),
            es: (
                "el documento excede el tamaño permitido[ ({limit} como máximo)]",
                "redúzcalo, o envíelo en dos documentos del mismo hilo"
            )),
        .documentInvalid: ErrorText(
            en: (
                "the document has errors[: {count}]",
                "correct each place that the details name, then check it again"
            ),
            es: (
                "el documento tiene errores[: {count}]",
                "corrija cada lugar que indican los detalles y revíselo de nuevo"
            )),
        .fieldMissing: ErrorText(
            en: ("a required field is missing", "add the field"),
            es: ("falta un campo obligatorio", "agregue el campo")),
        .fieldUnknown: ErrorText(
            en: (
                "this field is not part of the document type",
                "check the spelling against the schema, or remove the field"
            ),
            es: (
                "este campo no pertenece al tipo de documento",
                "compare la ortografía con el esquema, o elimine el campo"
            )),
        .fieldWrongKind: ErrorText(
            en: (
                "the value is of the wrong kind[; expected {expected}]",
                "write the value in the kind that the schema names"
            ),
            es: (
                "el valor no es del tipo esperado[; se esperaba {expected}]",
                "escriba el valor en la forma que indica el esquema"
            )),
        .fieldTooLong: ErrorText(
            en: (
                "the text is longer than allowed[ ({limit} bytes at most)]",
                "shorten the text"
            ),
            es: (
                "el texto excede la longitud permitida[ ({limit} bytes como máximo)]",
                "acorte el texto"
            )),
        .fieldEmpty: ErrorText(
            en: ("the text is empty", "write the text, or leave the field out if it is optional"),
            es: ("el texto está vacío", "escriba el texto, u omita el campo si es opcional")),
        .fieldNotAllowed: ErrorText(
            en: (
                "this field may not stand here",
                "remove the field"
            ),
            es: (
                "este campo no puede estar aquí",
                "elimine el campo"
            )),
        .codeUnknown: ErrorText(
            en: (
                "the code is not in the code list",
                "use one of the codes that the schema lists for this field"
            ),
            es: (
                "el código no está en el catálogo de claves",
                "use una de las claves que el esquema enumera para este campo"
            )),
        .valueOutOfRange: ErrorText(
            en: (
                "the value is out of range[; expected {expected}]",
                "write a value within the range"
            ),
            es: (
                "el valor está fuera del intervalo[; se esperaba {expected}]",
                "escriba un valor dentro del intervalo"
            )),
        .tooManyItems: ErrorText(
            en: (
                "the list has too many items[ ({limit} at most)]",
                "shorten the list, or use a second document"
            ),
            es: (
                "la lista tiene demasiados elementos[ ({limit} como máximo)]",
                "acorte la lista, o use un segundo documento"
            )),
        .tooFewItems: ErrorText(
            en: (
                "the list has too few items[ ({limit} at least)]",
                "add what is missing"
            ),
            es: (
                "la lista tiene muy pocos elementos[ ({limit} como mínimo)]",
                "agregue lo que falta"
            )),
        .duplicateItem: ErrorText(
            en: ("the same item stands twice in the list", "remove one of the two"),
            es: ("el mismo elemento está dos veces en la lista", "elimine uno de los dos")),
        .controlCharacter: ErrorText(
            en: (
                "the text contains a control or bidirectional character[: {character}]",
                "remove the character; it is invisible and could mislead a reader"
            ),
            es: (
                "el texto contiene un carácter de control o bidireccional[: {character}]",
                "elimine el carácter; es invisible y podría engañar a quien lee"
            )),
        .attachmentsNotSupported: ErrorText(
            en: (
                "attachments cannot be sent yet",
                "remove the field; describe the material and where it is held in the narrative"
            ),
            es: (
                "todavía no es posible enviar anexos",
                "elimine el campo; describa el material y dónde se resguarda en el relato"
            )),
        .typeUnknown: ErrorText(
            en: (
                "this document type is not known",
                "use one of the types that this version supports[: {expected}]"
            ),
            es: (
                "no se conoce este tipo de documento",
                "use uno de los tipos que esta versión admite[: {expected}]"
            )),
        .schemaUnknown: ErrorText(
            en: (
                "the schema of this document is not known here",
                "update the node that does not know it, or write the document in a known version"
            ),
            es: (
                "aquí no se conoce el esquema de este documento",
                "actualice el nodo que no lo conoce, o redacte en una versión conocida"
            )),
        .urgencyReasonMissing: ErrorText(
            en: (
                "an IMMEDIATE document needs a stated reason",
                "add urgencyReason with one of its codes, or lower the urgency"
            ),
            es: (
                "un documento con urgencia IMMEDIATE necesita un motivo expreso",
                "agregue urgencyReason con una de sus claves, o reduzca la urgencia"
            )),
        .namedOfficersMissing: ErrorText(
            en: (
                "a TLP:RED document must name the officers who may read it",
                "add namedOfficers with the officers of the receiving nodes"
            ),
            es: (
                "un documento TLP:RED debe nombrar a los servidores públicos que pueden leerlo",
                "agregue namedOfficers con los servidores públicos de los nodos destinatarios"
            )),
    ]
}
