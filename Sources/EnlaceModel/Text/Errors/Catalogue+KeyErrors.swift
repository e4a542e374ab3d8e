extension Catalogue {
    /// Keys and certificates.
    static let keyErrors: [ErrorCode: ErrorText] = [
        .keyMissing: ErrorText(
            en: (
                "the private key is not there",
                "put the key back from its own safe-keeping, or make a new one and enrol it"
            ),
            es: (
                "no está la llave privada",
                "restituya la llave desde su resguardo, o genere una nueva y regístrela"
            )),
        .keyMalformed: ErrorText(
            en: (
                "this is not a usable key",
                "give the key file that belongs to the certificate, in PEM form"
            ),
            es: (
                "esta no es una llave utilizable",
                "indique el archivo de llave que corresponde al certificado, en formato PEM"
            )),
        .keyNotAllowed: ErrorText(
            en: (
                "keys of this kind or size are not allowed[; expected {expected}]",
                "make a new key of an allowed kind"
            ),
            es: (
                "no se permiten llaves de este tipo o tamaño[; se esperaba {expected}]",
                "genere una llave nueva de un tipo permitido"
            )),
        .keyMismatch: ErrorText(
            en: (
                "key and certificate do not belong together",
                "give the key that the certificate was requested with"
            ),
            es: (
                "la llave y el certificado no se corresponden",
                "indique la llave con la que se solicitó el certificado"
            )),
        .passphraseWrong: ErrorText(
            en: ("the passphrase does not open the key", "try again with the right passphrase"),
            es: (
                "la contraseña no abre la llave",
                "intente de nuevo con la contraseña correcta"
            )),
        .passphraseMissing: ErrorText(
            en: (
                "the key is protected and no passphrase was given",
                "run the command on a terminal, or give a descriptor with --passphrase-fd"
            ),
            es: (
                "la llave está protegida y no se indicó contraseña",
                "ejecute el comando en una terminal, o indique un descriptor con --passphrase-fd"
            )),
        .certificateMalformed: ErrorText(
            en: (
                "this is not a usable certificate[: {reason}]",
                "get the certificate again from the authority that issued it"
            ),
            es: (
                "este no es un certificado utilizable[: {reason}]",
                "obtenga de nuevo el certificado de la autoridad que lo emitió"
            )),
        .certificateExpired: ErrorText(
            en: (
                "the certificate is no longer valid[; it ended {notAfter}]",
                "request and install a new certificate"
            ),
            es: (
                "el certificado ya no es válido[; venció el {notAfter}]",
                "solicite e instale un certificado nuevo"
            )),
        .certificateNotYetValid: ErrorText(
            en: (
                "the certificate is not valid yet[; it starts {notBefore}]",
                "check this machine's clock; if it is right, wait for the start of validity"
            ),
            es: (
                "el certificado todavía no es válido[; inicia el {notBefore}]",
                "revise el reloj de este equipo; si es correcto, espere el inicio de vigencia"
            )),
        .certificateRevoked: ErrorText(
            en: (
                "the certificate has been revoked",
                "request a new certificate; do not use the old key again"
            ),
            es: (
                "el certificado fue revocado",
                "solicite un certificado nuevo; no vuelva a usar la llave anterior"
            )),
        .certificateUntrusted: ErrorText(
            en: (
                "the certificate was not issued by the authority pinned for it[: {reason}]",
                "check with the other side, by telephone, which authority issues its certificates"
            ),
            es: (
                "el certificado no fue emitido por la autoridad fijada para él[: {reason}]",
                "verifique por teléfono con la contraparte qué autoridad emite sus certificados"
            )),
        .certificatePathTooLong: ErrorText(
            en: (
                "an authority in the chain may not stand there: the chain is longer than allowed",
                "have the certificate issued by an authority that may issue to nodes and officers"
            ),
            es: (
                "una autoridad de la cadena no puede estar ahí: la cadena excede lo permitido",
                "solicite el certificado a una autoridad facultada para nodos y servidores públicos"
            )),
        .certificateWrongUsage: ErrorText(
            en: (
                "the certificate is not for this use[; expected {expected}]",
                "use the certificate made for this purpose"
            ),
            es: (
                "el certificado no es para este uso[; se esperaba {expected}]",
                "use el certificado emitido para este fin"
            )),
        .certificateWrongName: ErrorText(
            en: (
                "the certificate names someone else[; expected {expected}]",
                "use the certificate of that node or person"
            ),
            es: (
                "el certificado nombra a otro titular[; se esperaba {expected}]",
                "use el certificado de ese nodo o persona"
            )),
        .certificateRequestInvalid: ErrorText(
            en: (
                "the certificate request is not acceptable[: {reason}]",
                "make a new request with the same command and key"
            ),
            es: (
                "la solicitud de certificado no es aceptable[: {reason}]",
                "genere una solicitud nueva con el mismo comando y la misma llave"
            )),
        .revocationListMissing: ErrorText(
            en: (
                "there is no revocation list of the authority",
                "get the list from the authority and install it"
            ),
            es: (
                "no hay lista de revocación de la autoridad",
                "obtenga la lista de la autoridad e instálela"
            )),
        .revocationListStale: ErrorText(
            en: (
                "the revocation list is out of date[; it ended {notAfter}]",
                "get the current list from the authority and install it"
            ),
            es: (
                "la lista de revocación no está vigente[; venció el {notAfter}]",
                "obtenga de la autoridad la lista vigente e instálela"
            )),
        .revocationListInvalid: ErrorText(
            en: (
                "the revocation list is damaged or from another authority[: {reason}]",
                "get the list again from the authority that issued the certificates"
            ),
            es: (
                "la lista de revocación está dañada o es de otra autoridad[: {reason}]",
                "obtenga de nuevo la lista de la autoridad que emitió los certificados"
            )),
        .cryptoLibraryTooOld: ErrorText(
            en: (
                "the system's OpenSSL is too old to be safe[ ({version}; needed {expected})]",
                "install the system's security updates, then start again"
            ),
            es: (
                "el OpenSSL del sistema es demasiado antiguo[ ({version}; se requiere {expected})]",
                "instale las actualizaciones de seguridad del sistema e inicie de nuevo"
            )),
        .cryptoSelfTestFailed: ErrorText(
            en: (
                "the self-test of encryption and signatures failed[: {reason}]",
                "do not use this machine; reinstall OpenSSL and this product from trusted sources"
            ),
            es: (
                "falló la autoprueba de cifrado y firmas[: {reason}]",
                "no use este equipo; reinstale OpenSSL y este producto de fuentes confiables"
            )),
        .cryptoFailure: ErrorText(
            en: (
                "a cryptographic operation failed[: {reason}]",
                "try again; if it repeats, check the installation of OpenSSL"
            ),
            es: (
                "falló una operación criptográfica[: {reason}]",
                "intente de nuevo; si se repite, revise la instalación de OpenSSL"
            )),
        .fipsUnavailable: ErrorText(
            en: (
                "the required FIPS mode is not available[: {reason}]",
                "install and activate the FIPS provider of OpenSSL, or change the setting"
            ),
            es: (
                "no está disponible el modo FIPS exigido[: {reason}]",
                "instale y active el proveedor FIPS de OpenSSL, o cambie el ajuste"
            )),
    ]
}
