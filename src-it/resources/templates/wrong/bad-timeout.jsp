<%@ page contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="org.cachette.tags" %>

<c:cache timeout="fail" name="n">x</c:cache>
