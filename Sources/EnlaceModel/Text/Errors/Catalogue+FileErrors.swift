extension Catalogue {
    /// Usage and local files.
    static let fileErrors: [ErrorCode: ErrorText] = [
        .usage: ErrorText(
            en: (
                "the command was not understood[: {reason}]",
                "run the same command with --help and correct the arguments"
            ),
            es: (
                "no se entendió el comando[: {reason}]",
                "ejecute el mismo comando con --help y corrija los argumentos"
            )),
        .fileNotFound: ErrorText(
            en: ("the file does not exist", "check the path and try again"),
            es: ("el archivo no existe", "revise la ruta e intente de nuevo")),
        .fileUnreadable: ErrorText(
            en: (
                "the file cannot be read[: {reason}]",
                "check its owner and permissions, then try again"
            ),
            es: (
                "no se puede leer el archivo[: {reason}]",
                "revise el propietario y los permisos, e intente de nuevo"
            )),
        .fileTooLarge: ErrorText(
            en: (
                "the file is larger than allowed[ ({limit} at most)]",
                "check that it is the right file, or shorten it"
            ),
            es: (
                "el archivo excede el tamaño permitido[ ({limit} como máximo)]",
                "verifique que sea el archivo correcto, o redúzcalo"
            )),
        .fileExists: ErrorText(
            en: (
                "there is already something at this path",
                "choose another path, or move the existing file away yourself"
            ),
            es: (
                "ya existe algo en esta ruta",
                "elija otra ruta, o mueva usted el archivo existente"
            )),
        .fileNotWritable: ErrorText(
            en: (
                "the file or folder cannot be created or written[: {reason}]",
                "check that the folder exists and that you may write there"
            ),
            es: (
                "no se puede crear ni escribir el archivo o la carpeta[: {reason}]",
                "verifique que la carpeta exista y que usted pueda escribir en ella"
            )),
        .fileWorldReadable: ErrorText(
            en: (
                "others than its owner may read or change this secret file[ (mode {mode})]",
                "run chmod 600 on it; if others may have seen it, replace the key"
            ),
            es: (
                "este archivo secreto puede ser leído o modificado por otros[ (modo {mode})]",
                "ejecute chmod 600 sobre él; si alguien pudo verlo, reemplace la llave"
            )),
        .diskFull: ErrorText(
            en: (
                "the disk is full; nothing was stored",
                "free space on the volume; the work goes on by itself"
            ),
            es: (
                "el disco está lleno; no se guardó nada",
                "libere espacio en el volumen; el trabajo continúa por sí solo"
            )),
        .inputOutput: ErrorText(
            en: (
                "reading or writing failed[: {reason}]",
                "check the disk and the system log, then try again"
            ),
            es: (
                "falló la lectura o la escritura[: {reason}]",
                "revise el disco y la bitácora del sistema, e intente de nuevo"
            )),
        .internalError: ErrorText(
            en: (
                "the program reached a state it should not[: {reason}]",
                "report this code, the command and the time to those who maintain the product"
            ),
            es: (
                "el programa llegó a un estado imprevisto[: {reason}]",
                "informe este código, el comando y la hora a quienes mantienen el producto"
            )),
    ]
}
