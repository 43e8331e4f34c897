list-title = Conversations
conversation-title = Conversation
start-title = Find somebody to talk to
