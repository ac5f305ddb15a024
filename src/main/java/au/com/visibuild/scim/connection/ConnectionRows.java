package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.token.TokenClue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows as one JSON text, which a statement takes apart again: many rows, one parameter. */
final class ConnectionRows {

    private static final int LONGEST_METHOD = 19;

    private ConnectionRows() {}

    static String counts(Pending.Batch batch) {
        List<AttributeValue> rows = new ArrayList<>();
        batch.counts()
                .forEach((key, count) -> rows.add(new Complex(ComplexValue.builder()
                        .putText("company_id", key.company().toString())
                        .putText("begins_at", key.beginsAt().toString())
                        .put("reads", number(count.reads()))
                        .put("writes", number(count.writes()))
                        .put("refused", number(count.refused()))
                        .put("failed", number(count.failed()))
                        .build())));
        return text(rows);
    }

    static String routes(Pending.Batch batch) {
        List<AttributeValue> rows = new ArrayList<>();
        batch.routes().forEach((key, seen) -> {
            SeenRequest last = seen.last().seen();
            ComplexValue.Builder row = ComplexValue.builder()
                    .putText("company_id", key.company().toString())
                    .putText("route", key.route())
                    .putText("last_at", last.at().toString())
                    .put("last_status", number(last.status()))
                    .put("last_millis", number(last.millis()))
                    .putText("user_agent", Single.kept(last.userAgent()))
                    .putText("key_id", seen.last().keyId());
            if (seen.lastWell() != null) {
                row.putText("last_ok_at", seen.lastWell().seen().at().toString())
                        .put("last_ok_millis", number(seen.lastWell().seen().millis()));
            }
            rows.add(new Complex(row.build()));
        });
        return text(rows);
    }

    static String singles(Pending.Batch batch, Ids ids) {
        List<AttributeValue> rows = new ArrayList<>();
        batch.singles().forEach(single -> rows.add(new Complex(single(single, ids))));
        return text(rows);
    }

    private static ComplexValue single(Single single, Ids ids) {
        SeenRequest seen = single.seen();
        TokenClue clue = seen.clue();
        ComplexValue.Builder row = ComplexValue.builder()
                .putText("id", ids.next().toString())
                .putText("company_id", single.company().toString())
                .putText("occurred_at", seen.at().toString())
                .putText("finding", single.finding().name())
                .put("well", Bool.of(single.finding().isWell()))
                .putText("method", Single.kept(seen.method(), LONGEST_METHOD))
                .putText("path", Single.kept(seen.path()))
                .putText("route", seen.route())
                .put("status", number(seen.status()))
                .putText("scim_type", seen.scimType())
                .putText("detail", Single.kept(seen.detail()))
                .putText("key_id", single.keyId())
                .putText("content_type", Single.kept(seen.contentType()))
                .putText("user_agent", Single.kept(seen.userAgent()))
                .putText("request_id", Objects.requireNonNullElse(Single.kept(seen.requestId()), ""))
                .put("millis", number(seen.millis()));
        if (clue != null) {
            row.put("token_length", number(clue.length())).putText("scheme", clue.scheme());
        }
        return row.build();
    }

    private static Decimal number(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    private static String text(List<AttributeValue> rows) {
        return AttributeJson.write(ComplexValue.EMPTY.with("rows", new Multi(rows)));
    }
}
