create index forum_message_author on forum_message (author_id);
create index forum_message_recipient on forum_message (recipient_id);
create index forum_message_topic on forum_message (topic_id);
