<%@ page contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="org.cachette.tags" %>
<p><c:cache timeout="120" name="count" varyOn="${cookie.member.value}">${cookie.member.value} has ${renderings.next}</c:cache></p>
