extension Catalogue {
    /// Store, configuration and service.
    static let serviceErrors: [ErrorCode: ErrorText] = [
        .storeMissing: ErrorText(
            en: (
                "there is no store here",
                "check the data folder in the configuration; enlaced init makes a new store"
            ),
            es: (
                "aquí no hay almacén",
                "revise la carpeta de datos en la configuración; enlaced init crea uno nuevo"
            )),
        .storeExists: ErrorText(
            en: (
                "there is already a store here; it was not touched",
                "start it with enlaced run, or choose another data folder"
            ),
            es: (
                "aquí ya hay un almacén; no fue modificado",
                "inícielo con enlaced run, o elija otra carpeta de datos"
            )),
        .storeLocked: ErrorText(
            en: (
                "another enlaced is using this store",
                "stop the other one first; two daemons never share a store"
            ),
            es: (
                "otro enlaced está usando este almacén",
                "detenga primero al otro; dos servicios nunca comparten un almacén"
            )),
        .storeNewer: ErrorText(
            en: (
                "the store was written by a newer version[ ({version})]",
                "install that version or a later one"
            ),
            es: (
                "el almacén fue escrito por una versión más reciente[ ({version})]",
                "instale esa versión o una posterior"
            )),
        .storeDamaged: ErrorText(
            en: (
                "the store is damaged[: {reason}]",
                "stop, copy the data folder as it is, then restore the newest backup"
            ),
            es: (
                "el almacén está dañado[: {reason}]",
                "deténgase, copie la carpeta de datos tal cual y restaure el último respaldo"
            )),
        .storeFailure: ErrorText(
            en: (
                "the store refused an operation[: {reason}]",
                "check disk and system log, then start the daemon again"
            ),
            es: (
                "el almacén rechazó una operación[: {reason}]",
                "revise el disco y la bitácora del sistema, e inicie de nuevo el servicio"
            )),
        .storeUnsynced: ErrorText(
            en: (
                "the disk did not confirm that data is stored; the daemon stops",
                "check the disk, then start again; the daemon recovers what was confirmed"
            ),
            es: (
                "el disco no confirmó que los datos quedaron guardados; el servicio se detiene",
                "revise el disco e inicie de nuevo; el servicio recupera lo confirmado"
            )),
        .configurationInvalid: ErrorText(
            en: (
                "the configuration is not valid[: {reason}]",
                "correct it and test it with enlaced check-config"
            ),
            es: (
                "la configuración no es válida[: {reason}]",
                "corríjala y pruébela con enlaced check-config"
            )),
        .configurationKeyUnknown: ErrorText(
            en: (
                "the configuration has a key that does not exist[: {key}]",
                "check the spelling against the example, or remove the key"
            ),
            es: (
                "la configuración tiene una clave que no existe[: {key}]",
                "compare la escritura con el ejemplo, o elimine la clave"
            )),
        .profileInvalid: ErrorText(
            en: (
                "the profile is not valid[: {reason}]",
                "correct it, or make it again with enlace profile add"
            ),
            es: (
                "el perfil no es válido[: {reason}]",
                "corríjalo, o créelo de nuevo con enlace profile add"
            )),
        .profileMissing: ErrorText(
            en: (
                "there is no such profile",
                "name one with --profile, or make one with enlace profile add"
            ),
            es: (
                "no existe ese perfil",
                "indique uno con --profile, o créelo con enlace profile add"
            )),
        .shuttingDown: ErrorText(
            en: ("the node is shutting down", "try again when it runs again"),
            es: ("el nodo se está deteniendo", "intente de nuevo cuando esté en marcha")),
    ]
}
