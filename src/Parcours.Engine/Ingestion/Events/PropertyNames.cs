using System.Collections.Frozen;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>
/// The names that clients, shops and mailing tools give to properties. They are compared without case, underscores and other signs:
/// <c>order_id</c>, <c>orderId</c>, <c>OrderID</c> and <c>$order_id</c> are one name. Of several that mean the same, the first of its list counts.
/// </summary>
internal static class PropertyNames
{
    /// <summary>How many fields there are.</summary>
    public static readonly int Count = Enum.GetValues<PropertyField>().Length;

    private const int LongestName = 32;

    private static readonly FrozenDictionary<string, (PropertyField Field, byte Rank)> Names = Read(
        (PropertyField.Order, "orderid ordernumber ordername orderref orderreference transactionid invoiceid order eventid id"),
        (PropertyField.Total, "total ordertotal grandtotal totalprice totalvalue totalamount"),
        (PropertyField.Revenue, "revenue netrevenue"),
        (PropertyField.Value, "value ordervalue"),
        (PropertyField.Amount, "amount"),
        (PropertyField.Subtotal, "subtotal subtotalvalue subtotalprice"),
        (PropertyField.Refund, "refundamount amountrefunded refundedamount refundtotal refundvalue refund"),
        (PropertyField.RefundedSoFar, "totalrefunded refundedtotal totalrefundedamount"),
        (PropertyField.Currency, "currency currencycode ordercurrency presentmentcurrency"),
        (PropertyField.Products, "products items lineitems orderitems productitems"),
        (PropertyField.ProductId, "productid itemid"),
        (PropertyField.Sku, "sku productsku itemsku"),
        (PropertyField.Variant, "variantid"),
        (PropertyField.Name, "name productname itemname title producttitle"),
        (PropertyField.Category, "category productcategory categories producttype itemcategory collection"),
        (PropertyField.Size, "size taille"),
        (PropertyField.Brand, "brand vendor productbrand"),
        (PropertyField.Price, "price itemprice unitprice productprice saleprice"),
        (PropertyField.Quantity, "quantity qty"),
        (PropertyField.Line, "rowtotal linetotal lineamount lineprice itemtotal"),
        (PropertyField.Discount, "discount discountamount linediscount itemdiscount"),
        (PropertyField.Coupon, "coupon couponcode couponid couponname discountcode promocode vouchercode voucher discountcodes couponcodes"),
        (PropertyField.Query, "query searchquery searchterm searchstring searchwords search terms q"),
        (PropertyField.Score, "score rating npsscore reviewrating stars nps csat ces"),
        (PropertyField.Campaign, "campaignname campaign messagename flowname broadcastname canvasname emailsubject subject campaignid messageid emailid"),
        (PropertyField.Email, "email emailaddress mail customeremail billingemail recipientemail"),
        (PropertyField.Phone, "phone phonenumber mobilephone mobile telephone"),
        (PropertyField.LoyaltyCard, "loyaltycard loyaltycardnumber loyaltynumber loyaltyid cartefidelite"),
        (PropertyField.Store, "store storename storecode storeid magasin"),
        (PropertyField.Channel, "channel saleschannel"),
        (PropertyField.Until, "until trialenddate trialendsat trialend subscriptionenddate enddate endsat expiresat expirationdate expirydate expires currentperiodend renewaldate nextbillingdate"),
        (PropertyField.Plan, "plan planname trialplanname trialplan subscriptionplan planid tier"),
        (PropertyField.Subscription, "subscriptionid subscription contractid"),
        (PropertyField.Deal, "dealid opportunityid deal opportunity"),
        (PropertyField.Contract, "contract contractnumber"),
        (PropertyField.Complaint, "complaintid complaint"),
        (PropertyField.Ticket, "ticketid ticketnumber ticket conversationid casenumber caseid"),
        (PropertyField.Stage, "stage dealstage pipelinestage"),
        (PropertyField.Survey, "survey surveytype surveyname"),
        (PropertyField.Form, "formname form formid"),
        (PropertyField.Content, "content contentname contenttitle asset document filename contentid"),
        (PropertyField.Occasion, "eventname occasion webinar"),
        (PropertyField.Item, "item"),
        (PropertyField.Source, "source utmsource adnetwork"),
        (PropertyField.Programme, "programme program loyaltyprogram loyaltyprogramme"),
        (PropertyField.Purpose, "purpose"),
        (PropertyField.Action, "action"),
        (PropertyField.Automated, "automated isbot botclick bot machineopen machineopened"),
        (PropertyField.Transactional, "transactional istransactional"),
        (PropertyField.Role, "role"),
        (PropertyField.CreatedAt, "createdat signupdate registeredat registrationdate"),
        (PropertyField.EmailConsent, "emailoptin optinemail emailconsent acceptsemailmarketing emailmarketingconsent acceptsmarketing optin marketingconsent newsletter emailsubscribed"),
        (PropertyField.SmsConsent, "smsoptin optinsms smsconsent acceptssmsmarketing smsmarketingconsent"),
        (PropertyField.PhoneConsent, "phoneoptin optinphone phoneconsent"),
        (PropertyField.PostConsent, "postoptin optinpost postconsent"),
        (PropertyField.PushConsent, "pushoptin optinpush pushconsent"));

    private static readonly FrozenDictionary<string, (PropertyField Field, byte Rank)>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a name means.</summary>
    /// <param name="name">The name as the message writes it, in UTF-8.</param>
    /// <param name="rank">0 for the name that counts most.</param>
    public static bool TryFind(ReadOnlySpan<byte> name, out PropertyField field, out byte rank)
    {
        Span<char> plain = stackalloc char[LongestName];
        int length = 0;
        foreach (byte letter in name)
        {
            if (letter is (byte)'_' or (byte)'-' or (byte)' ' or (byte)'$' or (byte)'.')
            {
                continue;
            }

            if (length == LongestName || letter >= 128)
            {
                field = default;
                rank = 0;
                return false;
            }

            plain[length++] = letter is >= (byte)'A' and <= (byte)'Z' ? (char)(letter | 0x20) : (char)letter;
        }

        bool found = Lookup.TryGetValue(plain[..length], out (PropertyField Field, byte Rank) meaning);
        (field, rank) = meaning;
        return found;
    }

    private static FrozenDictionary<string, (PropertyField Field, byte Rank)> Read(params (PropertyField Field, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' ').Select((word, rank) => (Word: word, list.Field, Rank: (byte)rank)))
            .ToFrozenDictionary(entry => entry.Word, entry => (entry.Field, entry.Rank), StringComparer.Ordinal);
}
