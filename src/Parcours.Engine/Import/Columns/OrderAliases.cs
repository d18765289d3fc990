namespace Parcours.Engine.Import.Columns;

/// <summary>How files of orders call their columns, in English and French.</summary>
internal static class OrderAliases
{
    /// <summary>Whoever bought: shared by every kind of file about customers.</summary>
    public static readonly Alias[] Identities =
    [
        new(Column.Customer, "customerid customer customernumber customerno customercode customerref idcustomer customerkey clientid client codeclient idclient numeroclient numclient noclient nclient clientnumber clientcode referenceclient refclient client_id householdid userid memberid buyerid contactid subscriberid shopperid acheteur", "id cid uid custid cust", "customername nomclient nomduclient"),
        new(Column.Email, "email emailaddress mail courriel adresseemail adressemail emailbilling billingemail customeremail emailclient clientemail contactemail recipient recipientemail destinataire profileemail", "to"),
        new(Column.Phone, "phone phonenumber telephone tel customerphone phonebilling billingphone numerotelephone numerodetelephone numtel", "mobile portable gsm sms mobilephone telephonemobile"),
        new(Column.LoyaltyCard, "loyaltycard loyaltycardnumber loyaltyid loyaltynumber cartefidelite numerocartefidelite ncartefidelite nocartefidelite cartedefidelite numerocarte ncarte nocarte carteclient fidelite cardnumber loyaltyno"),
    ];

    /// <summary>Any file of orders or of order lines.</summary>
    public static readonly Alias[] Generic =
    [
        .. Identities,
        new(Column.Order, "orderid order ordernumber orderno ordernum orderref orderreference invoiceno invoice invoicenumber invoiceid numerocommande numcommande ncommande nocommande commande idcommande refcommande referencecommande ticket ticketid ticketnumber ticketno numeroticket numticket nticket noticket numeroduticket receipt receiptid receiptnumber basketid transactionid transaction facture numerofacture nfacture nofacture", "ordername", "id ref uuid"),
        new(Column.Date, "date orderdate invoicedate purchasedate transactiondate saledate datecommande datedecommande datefacture dateachat datedachat datevente datedevente dateticket datetransaction transactiontimestamp timestamp datetime dateheure createdat orderedat orderat purchasedat at datecreated", "paidat processedat datepaid completedat", "day jour"),
        new(Column.Time, "time heure hour ordertime heureticket heurevente transactiontime saletime heurecommande"),
        new(Column.Product, "productid product sku productsku itemsku stockcode productcode itemcode articlecode codearticle article codeproduit produit idproduit idarticle itemid item reference refarticle refproduit referenceproduit referencearticle", "ean ean13 upc gtin barcode codebarre codebarres asin variantid"),
        new(Column.Name, "productname itemname producttitle productdescription description designation libelle libellearticle libelleproduit nomproduit nomarticle title"),
        new(Column.Category, "category categorie productcategory itemcategory categorieproduit rayon producttype typeproduit", "famille family department departement univers gamme collection"),
        new(Column.Size, "size taille pointure"),
        new(Column.Quantity, "quantity qty quantite qte itemquantity quantityordered qtyordered units unites nbarticles nombre itemssold nbunites"),
        new(Column.Price, "unitprice prixunitaire price prix pu puttc itemprice itemcost prixunitairettc sellingprice prixvente prixdevente saleprice priceperunit", "puht prixttc prixht"),
        new(Column.Cost, "cost cout coutunitaire unitcost prixachat prixdachat prixderevient coutachat costprice costperitem"),
        new(Column.Discount, "discount remise discountamount montantremise rabais reduction linediscount retaildisc remisettc itemdiscount"),
        new(Column.Coupon, "coupon couponcode couponcodes coupons codepromo codepromotion discountcode promocode promotioncode voucher vouchercode codereduction codecoupon couponupc"),
        new(Column.Amount, "amount montant lineamount linetotal linevalue montantttc montantligne totalligne salesvalue saleamount salesamount itemtotal netamount total totalttc amountpaid montantpaye totalprice prixtotal orderamount ordervalue purchaseamount montantachat montantvente", "sales revenue netrevenue ca chiffreaffaires spend value valeur montantht totalht"),
        new(Column.Total, "ordertotal ordertotalamount totalcommande montantcommande grandtotal totalticket montantticket totalfacture invoicetotal"),
        new(Column.Currency, "currency currencycode devise codedevise monnaie ordercurrency"),
        new(Column.Store, "store storeid storename storecode storenumber magasin codemagasin nommagasin idmagasin numeromagasin boutique pointdevente pdv shop shopid shopname location enseigne"),
        new(Column.Channel, "channel canal saleschannel canalvente canaldevente orderchannel"),
        new(Column.Source, "source utmsource origine provenance trafficsource ordersource leadsource"),
        new(Column.OptIn, "optin acceptsmarketing buyeracceptsmarketing emailoptin newsletter abonnenewsletter consent consentement marketingconsent optinemail"),
        new(Column.Status, "status orderstatus statut statutcommande etat etatcommande"),
        new(Column.Refunded, "refundedamount amountrefunded refundedtotal orderrefundamount totalrefunded refundtotal montantrembourse rembourse remboursement"),
        new(Column.Cancelled, "cancelledat canceledat cancelledon cancelleddate dateannulation datedannulation"),
    ];

    /// <summary>Shopify's export of orders: its names are short, so they are only believed together.</summary>
    public static readonly Alias[] Shopify =
    [
        new(Column.Order, "name"),
        new(Column.Email, "email"),
        new(Column.Phone, "phone billingphone", "shippingphone"),
        new(Column.Date, "createdat", "paidat"),
        new(Column.Product, "lineitemsku"),
        new(Column.Name, "lineitemname"),
        new(Column.Quantity, "lineitemquantity"),
        new(Column.Price, "lineitemprice"),
        new(Column.Discount, "lineitemdiscount"),
        new(Column.Coupon, "discountcode"),
        new(Column.Total, "total"),
        new(Column.Currency, "currency"),
        new(Column.Store, "location"),
        new(Column.Channel, "source"),
        new(Column.OptIn, "acceptsmarketing"),
        new(Column.Refunded, "refundedamount"),
        new(Column.Cancelled, "cancelledat"),
    ];

    /// <summary>WooCommerce's exports: its own report of orders, and those of the usual export plugins.</summary>
    public static readonly Alias[] WooCommerce =
    [
        new(Column.Customer, "customerid customeruserid customeruser userid", "customer customerusername"),
        new(Column.Email, "emailbilling billingemail billingemailaddress customeremail", "email emailaddress"),
        new(Column.Phone, "phonebilling billingphone", "phone"),
        new(Column.Order, "ordernumber orderid order"),
        new(Column.Date, "orderdate date datecreated", "paiddate datepaid completeddate"),
        new(Column.Product, "sku itemsku productsku lineitemsku", "item productid itemid"),
        new(Column.Name, "itemname productname lineitemname name", "products"),
        new(Column.Category, "category itemcategory productcategory"),
        new(Column.Quantity, "quantity itemquantity lineitemquantity itemquantityrefund qty"),
        new(Column.Price, "itemcost itemprice lineitemprice productprice"),
        new(Column.Amount, "itemtotal linetotal orderlinetotal itemsubtotal"),
        new(Column.Coupon, "couponcode coupons couponcodes"),
        new(Column.Total, "ordertotalamount ordertotal total totalsales", "netsales nrevenueformatted nrevenue nrevenueunformatted netrevenue"),
        new(Column.Currency, "currency ordercurrency"),
        new(Column.Status, "orderstatus status"),
        new(Column.Refunded, "orderrefundamount refundedtotal refundedamount totalrefunded refundtotal"),
    ];

    /// <summary>Words that a header of these columns contains when no exact name is met; those after "!" forbid it.</summary>
    public static readonly Dictionary<Column, string> Hints = new()
    {
        [Column.Customer] = "customer client household acheteur !name !nom !type !mail !phone !tel !note !segment !group !city !ville !service !country !pays",
        [Column.Email] = "email courriel !optin !consent !marketing !sent !open !click",
        [Column.Order] = "order invoice ticket commande facture receipt !date !time !total !amount !status !statut !type !line !ligne !note !montant !currency !channel !source !email !customer !client",
        [Column.Date] = "date !birth !naissance !update !modif !ship !deliver !livraison !cancel !annul !refund !expir !due !paid",
        [Column.Amount] = "amount montant revenue salesvalue spend chiffre !tax !ship !discount !remise !refund !rembours !cost !cout !tva !port !unit !segment !history",
    };
}
