drop table if exists forum_message;
drop table if exists forum_topic;
drop table if exists forum_member;
drop sequence if exists forum_message_number;

create table forum_member (
  id bigint primary key,
  name varchar(40) not null unique,
  joined_at bigint not null
);
create table forum_topic (
  id bigint primary key,
  title varchar(200) not null,
  author_id bigint not null,
  opened_at bigint not null
);
create table forum_message (
  id bigint primary key,
  author_id bigint not null,
  recipient_id bigint,
  topic_id bigint,
  text varchar(2000) not null,
  sent_at bigint not null,
  unread int default 0 not null
);
create sequence forum_message_number start with 1000000000;
