extension Catalogue {
    /// Wire and sessions.
    static let sessionErrors: [ErrorCode: ErrorText] = [
        .frameTooLarge: ErrorText(
            en: (
                "a message on the line is larger than allowed[ ({limit} at most)]",
                "check that both sides run compatible versions"
            ),
            es: (
                "un mensaje en la línea excede el tamaño permitido[ ({limit} como máximo)]",
                "verifique que ambos lados usen versiones compatibles"
            )),
        .frameMalformed: ErrorText(
            en: (
                "a message on the line cannot be read",
                "check that both sides run compatible versions"
            ),
            es: (
                "un mensaje en la línea no se puede leer",
                "verifique que ambos lados usen versiones compatibles"
            )),
        .protocolViolation: ErrorText(
            en: (
                "the other side broke the protocol[: {reason}]",
                "check that both sides run compatible versions; if so, report it"
            ),
            es: (
                "la contraparte no respetó el protocolo[: {reason}]",
                "verifique que ambos lados usen versiones compatibles; si es así, infórmelo"
            )),
        .protocolVersion: ErrorText(
            en: (
                "the two sides have no protocol version in common",
                "update the older of the two"
            ),
            es: (
                "los dos lados no tienen una versión de protocolo en común",
                "actualice el más antiguo de los dos"
            )),
        .sessionRefused: ErrorText(
            en: (
                "the other side refused the connection[: {reason}]",
                "check that this node or officer is enrolled there"
            ),
            es: (
                "la contraparte rechazó la conexión[: {reason}]",
                "verifique que este nodo o servidor público esté registrado allá"
            )),
        .sessionClosed: ErrorText(
            en: (
                "the connection was closed before the answer came",
                "run the command again; nothing is done twice"
            ),
            es: (
                "la conexión se cerró antes de la respuesta",
                "ejecute de nuevo el comando; nada se hace dos veces"
            )),
        .sessionTimeout: ErrorText(
            en: (
                "the other side did not answer in time[ ({limit})]",
                "run the command again; nothing is done twice"
            ),
            es: (
                "la contraparte no respondió a tiempo[ ({limit})]",
                "ejecute de nuevo el comando; nada se hace dos veces"
            )),
        .tlsFailure: ErrorText(
            en: (
                "no trusted connection could be made[: {reason}]",
                "check the certificates of both sides and this machine's clock"
            ),
            es: (
                "no se pudo establecer una conexión confiable[: {reason}]",
                "revise los certificados de ambos lados y el reloj de este equipo"
            )),
        .unreachable: ErrorText(
            en: (
                "nobody answers at this address[: {reason}]",
                "check the address, that the node is running, and the firewall between"
            ),
            es: (
                "nadie responde en esta dirección[: {reason}]",
                "revise la dirección, que el nodo esté en marcha y el cortafuegos intermedio"
            )),
        .addressInUse: ErrorText(
            en: (
                "another program already listens at this address",
                "stop that program, or choose another port in the configuration"
            ),
            es: (
                "otro programa ya escucha en esta dirección",
                "detenga ese programa, o elija otro puerto en la configuración"
            )),
        .tooManyConnections: ErrorText(
            en: (
                "the node has as many connections as it allows[ ({limit})]",
                "try again in a moment"
            ),
            es: (
                "el nodo tiene el máximo de conexiones permitido[ ({limit})]",
                "intente de nuevo en un momento"
            )),
        .busy: ErrorText(
            en: ("the node is busy", "try again in a moment"),
            es: ("el nodo está ocupado", "intente de nuevo en un momento")),
        .remoteFailure: ErrorText(
            en: (
                "the other side reported an error that this program does not know[: {code}]",
                "update this program"
            ),
            es: (
                "la contraparte informó un error que este programa no conoce[: {code}]",
                "actualice este programa"
            )),
    ]
}
