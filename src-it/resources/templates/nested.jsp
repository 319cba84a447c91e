<%@ page contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="org.cachette.tags" %>
<c:cache timeout="forever" name="outer">outer ${renderings.next}, <c:cache timeout="PT2M" name="inner">inner ${renderings.next}</c:cache></c:cache>
<c:cache timeout="120" name="empty" /><c:cache timeout="120" name="empty">not ${renderings.failure}</c:cache>
