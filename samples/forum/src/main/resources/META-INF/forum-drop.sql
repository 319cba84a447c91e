drop table if exists forum_message;
drop table if exists forum_topic;
drop table if exists forum_member;
