// An order of two lines with a coupon, as Segment's specification of ecommerce writes it.
export function order(number) {
  return {
    order_id: number,
    total: 27.5,
    revenue: 25,
    currency: 'EUR',
    coupon: 'WELCOME',
    products: [
      { product_id: 'mug', name: 'Mug', category: 'Kitchen', price: 19, quantity: 1 },
      { product_id: 'bag', name: 'Bag', category: 'Bags', price: 3, quantity: 2 },
    ],
  };
}
