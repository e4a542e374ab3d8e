extension Catalogue {
    /// Help, options and headings of the client.
    static let commandMessages: [MessageKey: BilingualText] = [
        .optionProfile: BilingualText(
            "profile by name or path; without it ENLACE_PROFILE, or the only one there is",
            "perfil por nombre o ruta; sin él, ENLACE_PROFILE o el único que exista"),
        .optionJSON: BilingualText(
            "print one JSON object instead of a table; errors too",
            "imprime un objeto JSON en lugar de una tabla; también los errores"),
        .optionLanguage: BilingualText(
            "language of labels and messages: en or es",
            "idioma de etiquetas y mensajes: en o es"),
        .optionPassphraseDescriptor: BilingualText(
            "read the passphrase of the keys from this open file descriptor, one line",
            "lee la contraseña de las llaves de este descriptor abierto, una línea"),
        .optionState: BilingualText(
            "only documents in this state with any recipient (repeatable)",
            "sólo documentos en este estado con algún destinatario (repetible)"),
        .optionType: BilingualText(
            "only documents of this type, such as LEAD (repeatable)",
            "sólo documentos de este tipo, como LEAD (repetible)"),
        .optionPeer: BilingualText(
            "only documents from or to this node",
            "sólo documentos de este nodo o para él"),
        .optionCursor: BilingualText(
            "continue where the page before ended",
            "continúa donde terminó la página anterior"),
        .optionLimit: BilingualText(
            "how many items a page has, at most 500",
            "cuántos elementos tiene una página, 500 como máximo"),
        .optionResendTo: BilingualText(
            "only to this recipient",
            "sólo a este destinatario"),
        .argumentReference: BilingualText(
            "reference number or message id of a document",
            "número de referencia o identificador de mensaje de un documento"),
        .argumentDraft: BilingualText(
            "a draft: one JSON object as in the samples",
            "un borrador: un objeto JSON como en los ejemplos"),
        .argumentFile: BilingualText(
            "the file to read",
            "el archivo que se lee"),
        .optionOut: BilingualText(
            "write the result to this new file",
            "escribe el resultado en este archivo nuevo"),
        .optionSubmitTo: BilingualText(
            "send to this node instead of the draft's recipients (repeatable)",
            "envía a este nodo en lugar de los destinatarios del borrador (repetible)"),
        .optionInReplyTo: BilingualText(
            "the document that this one answers, by reference or message id",
            "el documento al que éste responde, por referencia o identificador"),
        .optionSigned: BilingualText(
            "the file is a signed document already (CMS)",
            "el archivo ya es un documento firmado (CMS)"),
        .optionOutbox: BilingualText(
            "send again what an interrupted submit left in the outbox",
            "envía de nuevo lo que un envío interrumpido dejó en la bandeja de salida"),
        .optionPurpose: BilingualText(
            "why you read it, a code such as INVESTIGATION",
            "para qué lo lee, un código como INVESTIGATION"),
        .optionReason: BilingualText(
            "why you need to know, in your words; it is logged",
            "por qué necesita conocerlo, en sus palabras; queda registrado"),
        .optionSignedOut: BilingualText(
            "also write the exact signed bytes (CMS) to this new file",
            "además escribe los bytes firmados exactos (CMS) en este archivo nuevo"),
        .optionFileNumber: BilingualText(
            "your own file number",
            "su propio número de expediente"),
        .optionUnit: BilingualText(
            "the competent unit",
            "la unidad competente"),
        .optionNextStep: BilingualText(
            "date of the next step, YYYY-MM-DD",
            "fecha del siguiente paso, AAAA-MM-DD"),
        .optionEvent: BilingualText(
            "only this event (repeatable)",
            "sólo este evento (repetible)"),
        .optionName: BilingualText(
            "only rows about this document",
            "sólo renglones sobre este documento"),
        .helpEnlace: BilingualText(
            "exchange leads against human trafficking between agencies, signed, encrypted and provable",
            "intercambia pistas contra la trata de personas entre autoridades, firmadas, cifradas y demostrables"
        ),
        .helpList: BilingualText(
            "list the documents of your node, newest first",
            "lista los documentos de su nodo, los más recientes primero"),
        .helpInbox: BilingualText(
            "list what other nodes have sent to yours",
            "lista lo que otros nodos han enviado al suyo"),
        .helpShow: BilingualText(
            "show a thread: each receipt, reading and acknowledgement apart",
            "muestra un hilo: cada constancia, lectura y acuse por separado"),
        .helpWithdraw: BilingualText(
            "take back a document that has not been sent yet",
            "retira un documento que aún no se ha enviado"),
        .helpResend: BilingualText(
            "send again what was rejected or has expired",
            "envía de nuevo lo rechazado o vencido"),
        .helpSubmit: BilingualText(
            "check, sign and submit a document",
            "revisa, firma y envía un documento"),
        .helpRead: BilingualText(
            "read a document; the reading is logged before it is shown",
            "lee un documento; la lectura se registra antes de mostrarlo"),
        .helpAck: BilingualText(
            "acknowledge a document that you have read, under your signature",
            "acusa recibo, con su firma, de un documento que ha leído"),
        .helpDocument: BilingualText(
            "check, sign and show documents without a node",
            "revisa, firma y muestra documentos sin nodo"),
        .helpDocumentCheck: BilingualText(
            "report all errors of a draft at once",
            "informa de una vez todos los errores de un borrador"),
        .helpDocumentSign: BilingualText(
            "sign a draft, or approve a signed document as its releaser",
            "firma un borrador, o autoriza un documento firmado"),
        .helpDocumentShow: BilingualText(
            "show a signed document or a draft with its labels",
            "muestra un documento firmado o un borrador con sus etiquetas"),
        .helpEnvelope: BilingualText(
            "seal and open envelopes without a node",
            "cierra y abre sobres sin nodo"),
        .helpEnvelopeSeal: BilingualText(
            "encrypt a file to a node's encryption certificate",
            "cifra un archivo para el certificado de cifrado de un nodo"),
        .helpEnvelopeOpen: BilingualText(
            "open an envelope with a node's encryption key",
            "abre un sobre con la llave de cifrado de un nodo"),
        .helpAudit: BilingualText(
            "list the history and verify the logs",
            "lista el historial y verifica las bitácoras"),
        .helpAuditHistory: BilingualText(
            "list what happened, newest first: metadata and opaque names only",
            "lista lo que ocurrió, lo más reciente primero: sólo metadatos y nombres opacos"),
        .helpAuditVerify: BilingualText(
            "fetch all logs, recompute them here and compare with what was seen before",
            "trae todas las bitácoras, las recalcula aquí y las compara con lo visto antes"),
        .helpOfficer: BilingualText(
            "the persons of your node",
            "las personas de su nodo"),
        .helpOfficerAdd: BilingualText(
            "propose a person; a second administrator approves",
            "propone a una persona; un segundo administrador aprueba"),
        .helpOfficerApprove: BilingualText(
            "approve a proposed person, as the second administrator",
            "aprueba a la persona propuesta, como segundo administrador"),
        .helpOfficerList: BilingualText(
            "list the persons of this node and what waits for approval",
            "lista las personas de este nodo y lo que espera aprobación"),
        .helpOfficerRevoke: BilingualText(
            "revoke a person at once; peers are told immediately",
            "revoca a una persona de inmediato; los demás nodos lo saben al instante"),
        .helpPeer: BilingualText(
            "the nodes that yours talks to",
            "los nodos con los que habla el suyo"),
        .helpPeerCard: BilingualText(
            "write the card of your own node to a file and show its fingerprint",
            "escribe la tarjeta de su nodo en un archivo y muestra su huella digital"),
        .helpPeerAdd: BilingualText(
            "propose a node by its card, after comparing the fingerprint by telephone",
            "propone un nodo por su tarjeta, tras comparar la huella por teléfono"),
        .helpPeerApprove: BilingualText(
            "approve a proposed node, as the second administrator",
            "aprueba el nodo propuesto, como segundo administrador"),
        .helpPeerList: BilingualText(
            "list the nodes enrolled here and what waits for approval",
            "lista los nodos inscritos y lo que espera aprobación"),
        .helpNode: BilingualText(
            "the state of your node",
            "el estado de su nodo"),
        .helpNodeStatus: BilingualText(
            "whether a lead could be sent now, queues, peers, certificates",
            "si ahora podría enviarse una pista, colas, nodos, certificados"),
        .helpProfile: BilingualText(
            "where your node is and where your keys lie",
            "dónde está su nodo y dónde se guardan sus llaves"),
        .helpProfileAdd: BilingualText(
            "write a profile",
            "escribe un perfil"),
        .helpProfileCheck: BilingualText(
            "check keys, certificates and the way to the node",
            "revisa llaves, certificados y el camino al nodo"),
        .helpPKI: BilingualText(
            "make authorities, requests and certificates",
            "crea autoridades, solicitudes y certificados"),
        .helpDemo: BilingualText(
            "let two nodes on this machine exchange a lead, for real",
            "hace que dos nodos en esta máquina intercambien una pista, de verdad"),
        .headingActor: BilingualText(
            "By",
            "Por"),
        .headingProof: BilingualText(
            "Log entry",
            "Asiento"),
        .headingSession: BilingualText(
            "Session",
            "Sesión"),
        .headingQueued: BilingualText(
            "Queued",
            "En cola"),
        .headingLastReceived: BilingualText(
            "Last received",
            "Último recibido"),
        .headingLastSent: BilingualText(
            "Last sent",
            "Último enviado"),
        .headingClockOffset: BilingualText(
            "Clock offset",
            "Desfase de reloj"),
        .headingError: BilingualText(
            "Error",
            "Error"),
        .headingUse: BilingualText(
            "Use",
            "Uso"),
        .headingEnds: BilingualText(
            "Ends",
            "Termina"),
        .headingLog: BilingualText(
            "Log",
            "Bitácora"),
        .headingIndex: BilingualText(
            "Index",
            "Índice"),
        .headingObject: BilingualText(
            "Object",
            "Objeto"),
        .headingOutcome: BilingualText(
            "Outcome",
            "Resultado"),
        .headingAct: BilingualText(
            "Act",
            "Acto"),
        .headingAddress: BilingualText(
            "Address",
            "Dirección"),
        .moreWithCursor: BilingualText(
            "more: --cursor {cursor}",
            "hay más: --cursor {cursor}"),
        .nodeLine: BilingualText(
            "{node} · {environment} · {software} · {library}",
            "{node} · {environment} · {software} · {library}"),
        .nodeHealthy: BilingualText(
            "healthy: a lead could be sent now",
            "en orden: ahora podría enviarse una pista"),
        .nodeUnhealthy: BilingualText(
            "not healthy: {problems}",
            "con problemas: {problems}"),
        .eventAccepted: BilingualText("Accepted", "Aceptado"),
        .argumentCard: BilingualText(
            "the card of the other node",
            "la tarjeta del otro nodo"),
        .argumentNode: BilingualText(
            "the node, such as MX-FGR-FEVIMTRA",
            "el nodo, como MX-FGR-FEVIMTRA"),
        .argumentOfficer: BilingualText(
            "the person, NODE/name",
            "la persona, NODO/nombre"),
        .argumentProfile: BilingualText(
            "name of the profile, or a path ending in .json",
            "nombre del perfil, o una ruta que termine en .json"),
        .optionFingerprint: BilingualText(
            "the fingerprint as the other side read it to you",
            "la huella digital como se la leyó la otra parte"),
        .optionClientCertificate: BilingualText(
            "certificate for logging in (PEM)",
            "certificado para iniciar sesión (PEM)"),
        .optionSigningCertificate: BilingualText(
            "certificate for signing (PEM)",
            "certificado para firmar (PEM)"),
        .optionClientKey: BilingualText(
            "key of the client certificate",
            "llave del certificado de cliente"),
        .optionSigningKey: BilingualText(
            "key of the signing certificate",
            "llave del certificado de firma"),
        .optionSignerCertificate: BilingualText(
            "verify with this signing certificate (repeatable)",
            "verifica con este certificado de firma (repetible)"),
        .optionEncryptionCertificate: BilingualText(
            "encryption certificate of the receiving node (PEM)",
            "certificado de cifrado del nodo receptor (PEM)"),
        .optionEncryptionKey: BilingualText(
            "encryption key of the receiving node (PEM)",
            "llave de cifrado del nodo receptor (PEM)"),
        .optionRole: BilingualText(
            "OFFICER, AUDITOR or ADMINISTRATOR (repeatable)",
            "OFFICER, AUDITOR o ADMINISTRATOR (repetible)"),
        .optionReference: BilingualText(
            "the reference number reserved at your node",
            "el número de referencia reservado en su nodo"),
        .optionEnvironment: BilingualText(
            "LIVE, EXERCISE or TRAINING",
            "LIVE, EXERCISE o TRAINING"),
        .optionApprove: BilingualText(
            "add the releaser's signature to a signed document",
            "agrega la firma de quien autoriza a un documento firmado"),
        .optionNode: BilingualText(
            "host:port of your node's client port",
            "host:puerto del puerto de clientes de su nodo"),
        .optionAuthority: BilingualText(
            "certificate of the authority behind your node (repeatable)",
            "certificado de la autoridad de su nodo (repetible)"),
        .optionZone: BilingualText(
            "your time zone, such as America/Mexico_City",
            "su zona horaria, como America/Mexico_City"),
        .askPassphrase: BilingualText(
            "passphrase of your keys: ",
            "contraseña de sus llaves: "),
        .askPurpose: BilingualText(
            "purpose (a code such as INVESTIGATION):",
            "finalidad (un código como INVESTIGATION):"),
        .askReason: BilingualText(
            "why you need to know:",
            "por qué necesita conocerlo:"),
        .askFingerprint: BilingualText(
            "fingerprint as the other side reads it to you:",
            "huella digital como se la lee la otra parte:"),
        .cardWritten: BilingualText(
            "card written to {file}",
            "tarjeta escrita en {file}"),
        .compareFingerprint: BilingualText(
            "read this fingerprint to the other side by telephone: {fingerprint}",
            "lea esta huella por teléfono a la otra parte: {fingerprint}"),
        .approvingOfficer: BilingualText(
            "approving {officer} with the roles {roles}",
            "aprobando a {officer} con las funciones {roles}"),
        .proposalPending: BilingualText(
            "{act} {subject}: waits for a second administrator",
            "{act} {subject}: espera a un segundo administrador"),
        .proposalDone: BilingualText(
            "{act} {subject}: approved by both administrators and in force",
            "{act} {subject}: aprobado por ambos administradores y vigente"),
        .waitingForApproval: BilingualText(
            "waiting for a second administrator:",
            "en espera de un segundo administrador:"),
        .signedByAuthor: BilingualText(
            "signed by {officer} at {time}: {verdict}",
            "firmado por {officer} a las {time}: {verdict}"),
        .signedByReleaser: BilingualText(
            "released by {officer} at {time}: {verdict}",
            "autorizado por {officer} a las {time}: {verdict}"),
        .signatureVerdict: BilingualText(
            "signature: {verdict}",
            "firma: {verdict}"),
        .documentSigned: BilingualText(
            "signed document written to {file}, SHA-256 {digest}",
            "documento firmado escrito en {file}, SHA-256 {digest}"),
        .envelopeSealed: BilingualText(
            "envelope written to {file}, SHA-256 {digest}",
            "sobre escrito en {file}, SHA-256 {digest}"),
        .envelopeOpened: BilingualText(
            "content written to {file}",
            "contenido escrito en {file}"),
        .keptInOutbox: BilingualText(
            "{ref} is signed and waits in the outbox; send it with: enlace submit --outbox",
            "{ref} está firmado y espera en la bandeja de salida; envíelo con: enlace submit --outbox"
        ),
        .profileWritten: BilingualText(
            "profile of {officer} written to {file}",
            "perfil de {officer} escrito en {file}"),
        .profileGood: BilingualText(
            "{officer} at {node} ({environment}): {roles}",
            "{officer} en {node} ({environment}): {roles}"),
        .profileCertificates: BilingualText(
            "certificates end: client {client}, signing {signing}",
            "los certificados terminan: cliente {client}, firma {signing}"),
        .logVerified: BilingualText(
            "{log}: {size} entries verified",
            "{log}: {size} asientos verificados"),
        .logFailed: BilingualText(
            "{log}: FAILED, {cause} [{code}]",
            "{log}: FALLÓ, {cause} [{code}]"),
    ]
}
