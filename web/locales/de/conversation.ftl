list-title = Gespräche
conversation-title = Gespräch
start-title = Mit wem möchten Sie sprechen?
