extension Catalogue {
    /// Help and results of the daemon.
    static let daemonMessages: [MessageKey: BilingualText] = [
        .helpEnlaced: BilingualText(
            "run one agency's node", "opera el nodo de una institución"),
        .helpEnlacedInit: BilingualText(
            "make a node: folder, keys, card, store and its first two administrators",
            "crea un nodo: carpeta, llaves, tarjeta, almacén y sus dos primeros administradores"),
        .helpEnlacedCheck: BilingualText(
            "check the configuration and every file that it names",
            "comprueba la configuración y todo archivo que nombra"),
        .helpEnlacedRun: BilingualText(
            "run the node until it is told to stop", "opera el nodo hasta que se le detenga"),
        .helpEnlacedConfig: BilingualText(
            "the node's configuration file", "el archivo de configuración del nodo"),
        .helpEnlacedAdministrator: BilingualText(
            "certificates of a first administrator; given twice, for two persons",
            "certificados de un primer administrador; dos veces, para dos personas"),
        .helpEnlacedLogLevel: BilingualText(
            "least level of the log on standard error: debug, info, notice, warning or error",
            "nivel mínimo de la bitácora en la salida de errores: debug, info, notice, warning o error"
        ),
        .configurationGood: BilingualText(
            "{file} is complete, and every file it names is good",
            "{file} está completo, y todo archivo que nombra es correcto"),
        .initRequest: BilingualText(
            "have the authority sign {request}, put the certificate at {certificate}, and run this again",
            "pida a la autoridad firmar {request}, coloque el certificado en {certificate} y repita la orden"
        ),
        .helpEnlacedRenew: BilingualText(
            "make the next version of the node's card, after keys or addresses changed",
            "crea la siguiente versión de la tarjeta del nodo, tras cambiar llaves o direcciones"),
        .helpEnlacedPreviousStatement: BilingualText(
            "the former statement certificate and key, when they were replaced",
            "el certificado y la llave de declaraciones anteriores, si se reemplazaron"),
        .cardRenewed: BilingualText(
            "card version {version} is in {file}; peers get it when they connect next",
            "la tarjeta versión {version} está en {file}; los pares la reciben al conectarse"),
        .initDone: BilingualText(
            "node {node} is set up in {data}", "el nodo {node} quedó instalado en {data}"),
    ]
}
